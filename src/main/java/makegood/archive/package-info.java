/** What happened to cases and money stays as it was written: books that are only added to, sealed day by day. */
@ApplicationModule(allowedDependencies = "platform")
package makegood.archive;

import org.springframework.modulith.ApplicationModule;
