/** The departments of the demo: a small, durable simulator with a page and controls. Nothing of it exists outside demo and tests. */
@ApplicationModule(allowedDependencies = {"platform", "departments", "orders"})
package makegood.sandbox;

import org.springframework.modulith.ApplicationModule;
