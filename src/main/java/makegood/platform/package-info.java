/** What every other module stands on: engine set-up, security, refusals, steps, time, paging. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package makegood.platform;

import org.springframework.modulith.ApplicationModule;
