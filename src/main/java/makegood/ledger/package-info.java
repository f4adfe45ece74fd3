/** Everything that costs or brings money, booked once; corrections are counter-entries. */
@ApplicationModule(allowedDependencies = "platform")
package makegood.ledger;

import org.springframework.modulith.ApplicationModule;
