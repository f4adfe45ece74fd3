/** The other end of service tasks: topics, requests and answers, the built-in worker and the port to its connectors. */
@ApplicationModule(allowedDependencies = {"platform"})
package makegood.departments;

import org.springframework.modulith.ApplicationModule;
