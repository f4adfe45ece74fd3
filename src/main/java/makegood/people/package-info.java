/** Who works here: accounts with grade, teams and stores, and what a grade may decide. */
@ApplicationModule(allowedDependencies = "platform")
package makegood.people;

import org.springframework.modulith.ApplicationModule;
