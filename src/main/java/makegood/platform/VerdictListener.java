package makegood.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.ApplicationEventPublisher;

/** Tells which rules of which table fired for a case; required tables (the statutory floor) come in the same event. */
class VerdictListener implements DmnDecisionEvaluationListener {
    private static final ThreadLocal<String> ABOUT = new ThreadLocal<>();
    private final ApplicationEventPublisher events;

    private VerdictListener(ApplicationEventPublisher events) {
        this.events = events;
    }

    static void install(ProcessEngineConfigurationImpl engine, ApplicationEventPublisher events) {
        var dmn = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        dmn.getCustomPostDecisionEvaluationListeners().add(new VerdictListener(events));
        engine.setDmnEngineConfiguration(dmn);
    }

    /** What is decided meanwhile is decided about this case, whatever the engine is at work on. */
    static <T> T about(String caseNumber, Supplier<T> decide) {
        ABOUT.set(caseNumber);
        try {
            return decide.get();
        } finally {
            ABOUT.remove();
        }
    }

    @Override
    public void notify(DmnDecisionEvaluationEvent event) {
        var running = Context.getBpmnExecutionContext(); // null when a decision is evaluated outside an instance
        if (running == null && ABOUT.get() == null) {
            return;
        }
        var caseNumber =
                ABOUT.get() != null ? ABOUT.get() : running.getExecution().getProcessBusinessKey();
        Stream.concat(event.getRequiredDecisionResults().stream(), Stream.of(event.getDecisionResult()))
                .filter(DmnDecisionTableEvaluationEvent.class::isInstance)
                .map(DmnDecisionTableEvaluationEvent.class::cast)
                .forEach(table -> tell(caseNumber, table));
    }

    private void tell(String caseNumber, DmnDecisionTableEvaluationEvent table) {
        var decision = (DecisionDefinition) table.getDecision();
        var inputs = new TreeMap<String, Object>();
        table.getInputs().forEach(i -> inputs.put(i.getName() == null ? i.getId() : i.getName(), given(decision, i)));
        var rules = table.getMatchingRules().stream()
                .map(r -> new RuleFired.Rule(r.getId(), annotation(decision, r)))
                .toList();
        events.publishEvent(new RuleFired(
                caseNumber,
                decision.getKey(),
                decision.getName(),
                decision.getVersion(),
                outcome(table),
                rules,
                inputs));
    }

    /** What the rule said, by output; where a table lets several speak, what each said, in the table's order. */
    private static Map<String, Object> outcome(DmnDecisionTableEvaluationEvent table) {
        var said = new LinkedHashMap<String, List<Object>>();
        table.getMatchingRules()
                .forEach(r -> r.getOutputEntries()
                        .values()
                        .forEach(o -> said.computeIfAbsent(o.getOutputName(), name -> new ArrayList<>())
                                .add(o.getValue().getValue())));
        var outcome = new LinkedHashMap<String, Object>(said);
        if (table.getMatchingRules().size() == 1) {
            outcome.replaceAll((name, values) -> said.get(name).get(0));
        }
        return outcome;
    }

    /** A fact that is missing would quietly match nothing and give a plausible wrong rule. */
    private static Object given(DecisionDefinition decision, DmnEvaluatedInput input) {
        var value = input.getValue() == null ? null : input.getValue().getValue();
        if (value == null) {
            throw new IllegalStateException("decision " + decision.getKey() + " got no fact for " + input.getName());
        }
        return value;
    }

    private static String annotation(DecisionDefinition decision, DmnEvaluatedDecisionRule rule) {
        var model = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDmnModelInstanceForDecisionDefinition(decision.getId());
        var description = ((Rule) model.getModelElementById(rule.getId())).getDescription();
        return description == null ? "" : description.getTextContent();
    }
}
