package makegood.platform;

import static org.camunda.bpm.engine.delegate.ExecutionListener.EVENTNAME_END;
import static org.camunda.bpm.engine.delegate.ExecutionListener.EVENTNAME_START;

import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.ApplicationContext;

/** Ties the nodes of every model to the beans of the same name, so that the models carry no listeners of their own. */
class StepListeners extends AbstractBpmnParseListener {
    private final ApplicationContext context;
    private final TaskEvents taskEvents;

    StepListeners(ApplicationContext context) {
        this.context = context;
        this.taskEvents = new TaskEvents(context);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        var stage = property(element, "stage");
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, t -> taskEvents.created(t, stage));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, taskEvents::assigned);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, taskEvents::completed);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, taskEvents::deleted);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addBuiltInListener(
                EVENTNAME_START, (org.camunda.bpm.engine.delegate.ExecutionListener) this::giveFacts);
        activity.addBuiltInListener(
                EVENTNAME_END, (org.camunda.bpm.engine.delegate.ExecutionListener) this::takeDecision);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        tie(activity);
        var result = property(element, "result");
        if (result != null) {
            activity.addBuiltInListener(EVENTNAME_START, (org.camunda.bpm.engine.delegate.ExecutionListener) x -> {
                x.getProcessInstance().setVariable(resultOf(x), result);
                context.publishEvent(new ProcedureEnded(x.getProcessBusinessKey(), key(x), result));
            });
        }
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        tie(activity);
    }

    /** Start and end events have a bean only where something is to be done. */
    private void tie(ActivityImpl activity) {
        var bean = beanOf(activity.getId());
        if (context.containsBean(bean)
                && context.isTypeMatch(bean, org.camunda.bpm.engine.delegate.ExecutionListener.class)) {
            activity.addBuiltInListener(EVENTNAME_START, (org.camunda.bpm.engine.delegate.ExecutionListener)
                    x -> context.getBean(bean, org.camunda.bpm.engine.delegate.ExecutionListener.class)
                            .notify(x));
        }
    }

    private void giveFacts(DelegateExecution execution) {
        var facts = rule(execution).facts(execution);
        execution.setVariableLocal("facts", Variables.untypedValue(new HashMap<>(facts), true));
    }

    private void takeDecision(DelegateExecution execution) {
        if (execution.isCanceled()) {
            return;
        }
        var result = (DmnDecisionResult) execution.getVariableLocal("decisionResult");
        if (result == null || result.isEmpty()) {
            throw new IllegalStateException("no rule of the decision fired at " + execution.getCurrentActivityId());
        }
        rule(execution).allDecided(execution, List.copyOf(result.getResultList()));
    }

    private RuleStep rule(DelegateExecution execution) {
        return context.getBean(beanOf(execution.getCurrentActivityId()), RuleStep.class);
    }

    /** {@code goodsBackResult} for process {@code goods-back}. */
    private static String resultOf(DelegateExecution execution) {
        var words = key(execution).split("-");
        var name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.append("Result").toString();
    }

    private static String key(DelegateExecution execution) {
        return execution.getProcessDefinitionId().replaceAll(":.*", "");
    }

    /** {@code reserveRefund} for {@code Task_ReserveRefund}; multi-instance bodies carry a suffix. */
    public static String beanOf(String element) {
        var name = element.replaceFirst("#multiInstanceBody$", "").replaceFirst("^[A-Za-z]+_", "");
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String property(Element element, String name) {
        var extensions = element.element("extensionElements");
        var properties = extensions == null ? null : extensions.element("properties");
        if (properties == null) {
            return null;
        }
        return properties.elements("property").stream()
                .filter(p -> name.equals(p.attribute("name")))
                .map(p -> p.attribute("value"))
                .findFirst()
                .orElse(null);
    }
}
