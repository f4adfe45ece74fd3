package makegood.compensations;

import java.util.Map;
import makegood.cases.CaseKind;
import makegood.cases.Cases;
import makegood.cases.CustomerWithdrew;
import makegood.platform.Engine;
import makegood.platform.RuleStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The steps of compensation.bpmn: propose, decide, hold the budget, give, book. */
@Configuration(proxyBeanMethods = false)
class CompensationProcess {
    /** The number of the last proposal before this procedure began. */
    private static final String BEFORE = "compensationsBefore";

    private static final String REFUSAL_CONFIRMED = "compensationRefusalConfirmed";

    private final Compensations compensations;
    private final SettleCompensation settlement;
    private final Cases cases;
    private final Engine engine;

    CompensationProcess(Compensations compensations, SettleCompensation settlement, Cases cases, Engine engine) {
        this.compensations = compensations;
        this.settlement = settlement;
        this.cases = cases;
        this.engine = engine;
    }

    @Bean
    ExecutionListener compensationWanted() {
        return start -> {
            start.setVariable("procedureChanged", false);
            start.setVariable(BEFORE, compensations.latest(start.getProcessBusinessKey()));
            start.setVariable(
                    "ownCompensationCase",
                    cases.get(start.getProcessBusinessKey()).kind() == CaseKind.COMPENSATION);
        };
    }

    @Bean
    UserTaskStep proposeCompensation(CompensationProposals propose) {
        return (task, answers) -> {
            var caseNumber = task.getExecution().getProcessBusinessKey();
            boolean proposed = propose.answered(caseNumber, answers);
            boolean enough = !proposed && settlement.anyGiven(caseNumber, before(task.getExecution()));
            task.setVariable("compensationProposed", proposed ? "PROPOSED" : enough ? "ENOUGH_GIVEN" : "NOTHING");
            task.setVariable(REFUSAL_CONFIRMED, false);
        };
    }

    @Bean
    RuleStep decideCompensation(CompensationProposals propose, CompensationApprovals approvals) {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                return propose.facts(compensations.proposal(x.getProcessBusinessKey()));
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var rows = compensations.proposal(x.getProcessBusinessKey());
                var decision = (String) result.get("decision");
                rows.forEach(row -> row.decision = decision);
                if (decision.equals("FORBIDDEN")) {
                    throw new IllegalStateException("a compensation tied to a review was proposed");
                }
                boolean allowed = decision.equals("ALLOWED");
                x.setVariable("compensationAllowed", allowed);
                if (!allowed) {
                    x.setVariable("compensationTeam", approvals.team(rows));
                }
            }
        };
    }

    @Bean
    UserTaskStep approveCompensation(CompensationApprovals approvals) {
        return (task, answers) -> {
            var approval = approvals.decided(task.getExecution().getProcessBusinessKey(), answers);
            task.setVariable("compensationApproval", approval.name());
            task.setVariable(REFUSAL_CONFIRMED, approval == CompensationApprovals.Approval.REFUSE);
        };
    }

    @Bean
    JavaDelegate holdCompensationBudget(CompensationBudget budget) {
        return x -> {
            var rows = compensations.proposal(x.getProcessBusinessKey());
            budget.hold(rows);
            x.setVariable("compensationParts", rows.size());
        };
    }

    /** Each part was booked when it arrived; here they are told together. */
    @Bean
    JavaDelegate recordCompensation() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            compensations.lookAgain(caseNumber);
            settlement.tell(caseNumber, before(x));
            x.setVariable(
                    "compensationGiven",
                    compensations.proposal(caseNumber).stream().allMatch(row -> row.state == CompensationState.GIVEN));
        };
    }

    @Bean
    JavaDelegate noteNotGiven() {
        return x -> cases.note(
                x.getProcessBusinessKey(),
                "COMPENSATION_OPEN",
                new Text("What could not be given is agreed anew with the customer.", "未能发放的部分，与客户另行商定。"));
    }

    private static int before(DelegateExecution x) {
        return ((Number) x.getVariable(BEFORE)).intValue();
    }

    @Bean
    JavaDelegate cancelCompensation() {
        return x -> settlement.withdrawn(x.getProcessBusinessKey());
    }

    /** A coupon or payment that has left is not taken back; what is only proposed or held is given up. */
    @EventListener
    @Order(15)
    void on(CustomerWithdrew fact) {
        if (fact.used().declined() || !engine.runs("compensation", fact.caseNumber())) {
            return;
        }
        if (settlement.underWay(fact.caseNumber())) {
            fact.used().decline();
            cases.note(
                    fact.caseNumber(),
                    "WITHDRAWAL_TOO_LATE",
                    new Text("The compensation is already under way and runs to its end.", "补偿已发出，将继续到账，无法撤销。"));
            return;
        }
        fact.used().when(engine.correlateIn("compensation", fact.caseNumber(), CustomerWithdrew.class));
    }
}
