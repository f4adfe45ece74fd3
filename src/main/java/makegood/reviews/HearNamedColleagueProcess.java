package makegood.reviews;

import java.time.Duration;
import java.util.Map;
import makegood.cases.CaseShown;
import makegood.cases.Cases;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Engine;
import makegood.platform.UserTaskStep;
import makegood.stores.Stores;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of hear-named-colleague.bpmn, which runs beside the case and holds nobody's remedy up. */
@Configuration(proxyBeanMethods = false)
class HearNamedColleagueProcess {
    private static final String VIEW = "Task_StateView";
    private static final String CONFIRM = "Task_ConfirmNamedColleague";

    private final NamedColleagues named;
    private final Cases cases;
    private final Stores stores;
    private final Engine engine;

    HearNamedColleagueProcess(NamedColleagues named, Cases cases, Stores stores, Engine engine) {
        this.named = named;
        this.cases = cases;
        this.stores = stores;
        this.engine = engine;
    }

    @EventListener
    void on(ColleagueNamed fact) {
        engine.startByMessage(
                fact.caseNumber(), ColleagueNamed.class, fact.store(), Map.of("caseNumber", fact.caseNumber()));
    }

    @Bean
    ExecutionListener colleagueNamed() {
        return start -> {
            var store = cases.get(start.getProcessBusinessKey()).store();
            var hours = stores.known(store).limits().reviews().viewHours();
            start.setVariable("viewLimit", Duration.ofHours(hours).toString());
        };
    }

    @Bean
    UserTaskStep stateView() {
        return new UserTaskStep() {
            /** Theirs from the start: nobody else sees it among the open ones. */
            @Override
            public void created(DelegateTask task) {
                var caseNumber = task.getExecution().getProcessBusinessKey();
                named.find(caseNumber).ifPresent(naming -> task.setAssignee(naming.account()));
            }

            @Override
            public void complete(DelegateTask task, Answers answers) throws BusinessRefusal {
                named.stated(task.getExecution().getProcessBusinessKey(), answers);
            }
        };
    }

    @Bean
    UserTaskStep confirmNamedColleague() {
        return (task, answers) -> task.setVariable(
                "namingProved", named.decided(task.getExecution().getProcessBusinessKey(), answers));
    }

    /** What the named colleague answers to, and what a lead has to weigh. */
    @EventListener
    void on(CaseShown shown) {
        if (shown.element().equals(VIEW) || shown.element().equals(CONFIRM)) {
            named.find(shown.caseNumber()).ifPresent(naming -> {
                var proposal = shown.proposal();
                proposal.put("colleague", naming.account());
                proposal.put("namedBy", naming.namedBy());
                proposal.put("namingProof", naming.proof());
                if (shown.element().equals(CONFIRM)) {
                    proposal.put("colleagueView", naming.view() == null ? "" : naming.view());
                }
            });
        }
    }
}
