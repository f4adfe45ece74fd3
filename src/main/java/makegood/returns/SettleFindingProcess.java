package makegood.returns;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import makegood.cases.Cases;
import makegood.cases.CounterOfferAnswered;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Engine;
import makegood.platform.Money;
import makegood.platform.RuleStep;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of settle-finding.bpmn: from what the warehouse found to what is paid, and by whose word. */
@Configuration(proxyBeanMethods = false)
class SettleFindingProcess {
    private static final String WAIT = "ANSWER_DEDUCTION";

    private final Returns returns;
    private final ReturnFacts facts;
    private final Settlement settlement;
    private final FindingDecisions decisions;
    private final Cases cases;
    private final Engine engine;

    SettleFindingProcess(
            Returns returns,
            ReturnFacts facts,
            Settlement settlement,
            FindingDecisions decisions,
            Cases cases,
            Engine engine) {
        this.returns = returns;
        this.facts = facts;
        this.settlement = settlement;
        this.decisions = decisions;
        this.cases = cases;
        this.engine = engine;
    }

    @Bean
    ExecutionListener goodsInspectedFinding(Inspection inspection) {
        return start -> {
            var caseNumber = start.getProcessBusinessKey();
            if (refundRefused(start)) { // also the one for a lost parcel, of which nobody has inspected anything
                inspection.countAllLost(caseNumber);
            }
            start.setVariable("inspectedLines", returns.lines(caseNumber).size());
            start.setVariable("refundDue", false);
            start.setVariable("sendBack", false);
        };
    }

    @Bean
    RuleStep decideDisposition() {
        return new Disposition(returns, facts, cases);
    }

    @Bean
    JavaDelegate weighFinding(Clock clock) {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var result = settlement.weigh(caseNumber);
            if (refundRefused(x)) {
                result = "OPEN";
            }
            x.setVariable("findingResult", result);
            if (result.equals("DEDUCTION")) {
                var goods = returns.get(caseNumber);
                var by = clock.instant()
                        .plus(Duration.ofHours(
                                returns.store(goods.store).limits().deductionHours()));
                x.setVariable("deductionAnswerBy", Date.from(by));
                cases.tellLater(
                        caseNumber,
                        Map.of(
                                "refundAmount", Money.plain(goods.offeredAmount),
                                "deduction", Money.plain(goods.fullAmount - goods.offeredAmount),
                                "findingText", findings(caseNumber)));
                cases.waitForCustomer(caseNumber, WAIT, by);
            }
        };
    }

    private static boolean refundRefused(DelegateExecution x) {
        return Boolean.TRUE.equals(x.getVariable("refundRefused"));
    }

    /** Why something is deducted, in the customer's language. */
    private String findings(String caseNumber) {
        var language = Locale.forLanguageTag(cases.get(caseNumber).language());
        return returns.lines(caseNumber).stream()
                .filter(l -> l.agree)
                .map(l -> l.finding.text().in(language))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    @Bean
    UserTaskStep agreeDeduction() {
        return (task, answers) -> {
            var caseNumber = task.getExecution().getProcessBusinessKey();
            boolean agreed = decisions.customerAnswered(caseNumber, answers);
            cases.waitOver(caseNumber, WAIT);
            task.setVariable("deductionAgreed", agreed);
        };
    }

    @Bean
    JavaDelegate takeDeductionAnswer() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.waitOver(caseNumber, WAIT);
            x.setVariable(
                    "deductionAgreed",
                    decisions.offerAnswered(caseNumber, Boolean.TRUE.equals(x.getVariable("offerAccepted"))));
        };
    }

    @Bean
    UserTaskStep settleDisputedDeduction() {
        return leadsWord();
    }

    @Bean
    UserTaskStep decideFinding() {
        return leadsWord();
    }

    private UserTaskStep leadsWord() {
        return new UserTaskStep() {
            @Override
            public void created(DelegateTask task) {
                cases.waitOver(task.getExecution().getProcessBusinessKey(), WAIT);
            }

            @Override
            public void complete(DelegateTask task, Answers answers) throws BusinessRefusal {
                var decision = decisions.leadDecided(task.getExecution().getProcessBusinessKey(), answers);
                task.setVariable("findingDecision", decision.name());
            }
        };
    }

    @Bean
    RuleStep decideFreightAfterInspection() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                var caseNumber = x.getProcessBusinessKey();
                return facts.freight(cases.get(caseNumber), returns.get(caseNumber), mainFinding(caseNumber));
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var caseNumber = x.getProcessBusinessKey();
                var goods = returns.get(caseNumber);
                goods.returnFreight = (String) result.get("returnFreight");
                goods.refundOutbound = (String) result.get("refundOutbound");
                long total = settlement.settle(caseNumber);
                x.setVariable("refundDue", total > 0);
                x.setVariable(
                        "sendBack",
                        goods.sendAllBack
                                || returns.lines(caseNumber).stream().anyMatch(ReturnLine::goesBackToCustomer));
            }
        };
    }

    /** The finding that says most about the fault: a confirmed defect on one line proves the case. */
    private String mainFinding(String caseNumber) {
        return returns.lines(caseNumber).stream()
                .map(l -> l.finding)
                .filter(f -> f != null)
                .min(Comparator.comparingInt(f -> switch (f) {
                    case DEFECT_CONFIRMED -> 0;
                    case MISUSE -> 1;
                    case DEFECT_NOT_FOUND -> 2;
                    default -> 3;
                }))
                .map(Enum::name)
                .orElse("NONE");
    }

    @EventListener
    void on(CounterOfferAnswered fact) {
        fact.used()
                .when(engine.correlateIn(
                        "settle-finding",
                        fact.caseNumber(),
                        CounterOfferAnswered.class,
                        Map.of("offerAccepted", fact.accepted())));
    }

    /** What the table {@code inspection-disposition} says of each inspected line, one line per loop. */
    static class Disposition implements RuleStep {
        private final Returns returns;
        private final ReturnFacts facts;
        private final Cases cases;

        Disposition(Returns returns, ReturnFacts facts, Cases cases) {
            this.returns = returns;
            this.facts = facts;
            this.cases = cases;
        }

        @Override
        public Map<String, Object> facts(DelegateExecution x) {
            return facts.disposition(cases.get(x.getProcessBusinessKey()), line(x));
        }

        @Override
        public void decided(DelegateExecution x, Map<String, Object> result) {
            line(x).disposed(result);
        }

        private ReturnLine line(DelegateExecution x) {
            return returns.lines(x.getProcessBusinessKey()).get((Integer) x.getVariable("loopCounter"));
        }
    }
}
