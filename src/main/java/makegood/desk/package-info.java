/** Everything that people see in the browser: start page, Tasklist and Cockpit modules, filters, labels. */
@ApplicationModule(allowedDependencies = {"platform", "people", "cases", "orders", "returns", "refunds", "ledger"})
package makegood.desk;

import org.springframework.modulith.ApplicationModule;
