/** What the shop's after-sales cost, by day, month and reason: sums kept as money is booked and cases move. */
@ApplicationModule(allowedDependencies = {"platform", "stores", "cases", "ledger"})
package makegood.reports;

import org.springframework.modulith.ApplicationModule;
