/** The case: its number, facts, timeline, evidence, verdicts and work items, and the root process. */
@ApplicationModule(allowedDependencies = {"platform", "people", "clocks", "stores", "orders", "departments", "texts"})
package makegood.cases;

import org.springframework.modulith.ApplicationModule;
