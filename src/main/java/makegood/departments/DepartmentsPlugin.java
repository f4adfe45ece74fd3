package makegood.departments;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes every external task of every model a request to its department. */
@Component
@Order(20)
class DepartmentsPlugin extends AbstractProcessEnginePlugin {
    private final ObjectProvider<RequestsOfSteps> requests;

    DepartmentsPlugin(ObjectProvider<RequestsOfSteps> requests) {
        this.requests = requests; // needs the database, which comes after the engine's configuration
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners = new ArrayList<BpmnParseListener>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new ExternalTaskListeners(requests));
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
