package makegood.departments;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** The models carry no listeners of their own: a request is stored where a task begins, its answer handed over where it ends. */
class ExternalTaskListeners extends AbstractBpmnParseListener {
    private final ObjectProvider<RequestsOfSteps> requests;

    ExternalTaskListeners(ObjectProvider<RequestsOfSteps> requests) {
        this.requests = requests;
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (!(activity.getActivityBehavior() instanceof ExternalTaskActivityBehavior)) {
            return;
        }
        var topic = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "topic");
        ExecutionListener begins = x -> requests.getObject().begins(topic, x);
        ExecutionListener ends = x -> requests.getObject().ends(topic, x);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, begins);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, ends);
    }
}
