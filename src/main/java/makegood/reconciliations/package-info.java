/** Our money against the gateway's and the bank's, to the last unit: each difference is a task, closed by a booking. */
@ApplicationModule(
        allowedDependencies = {"platform", "people", "clocks", "stores", "orders", "cases", "departments", "ledger"})
package makegood.reconciliations;

import org.springframework.modulith.ApplicationModule;
