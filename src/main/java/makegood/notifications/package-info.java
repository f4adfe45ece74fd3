/** What customers are told: texts by BPMN element, in the language of their store. */
@ApplicationModule(allowedDependencies = {"platform", "stores", "cases", "texts"})
package makegood.notifications;

import org.springframework.modulith.ApplicationModule;
