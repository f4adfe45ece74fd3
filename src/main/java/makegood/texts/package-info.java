/** What may not leave the house in words: the guard over every text that a person writes to a customer or the public. */
@ApplicationModule(allowedDependencies = "platform")
package makegood.texts;

import org.springframework.modulith.ApplicationModule;
