package makegood.exchanges;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import makegood.cases.CaseKind;
import makegood.cases.Cases;
import makegood.cases.CustomerRisk;
import makegood.cases.Eligibility;
import makegood.cases.PlatformDeadline;
import makegood.cases.PlatformDeadlineMoved;
import makegood.clocks.ResponseClocks;
import makegood.platform.DepartmentStep;
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

/** The steps of review-exchange.bpmn: whether the exchange is agreed, by rule or by a person, and who answers for what. */
@Configuration(proxyBeanMethods = false)
class ReviewExchangeProcess {
    private final Exchanges exchanges;
    private final ExchangeReview review;
    private final Eligibility eligibility;
    private final Cases cases;

    ReviewExchangeProcess(Exchanges exchanges, ExchangeReview review, Eligibility eligibility, Cases cases) {
        this.exchanges = exchanges;
        this.review = review;
        this.eligibility = eligibility;
        this.cases = cases;
    }

    @Bean
    ExecutionListener exchangeToReview() {
        return start -> {
            var c = cases.get(start.getProcessBusinessKey());
            start.setVariable("decideBy", Date.from(PlatformDeadline.decideBy(c)));
            start.setVariable("faultToFind", false);
        };
    }

    @Bean
    RuleStep decideCustomerRisk(CustomerRisk risk) {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                var exchange = exchanges.get(x.getProcessBusinessKey());
                return risk.facts(cases.get(exchange.caseNumber), exchanges.order(exchange));
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                exchanges.get(x.getProcessBusinessKey()).risk = (String) result.get("level");
            }
        };
    }

    @Bean
    RuleStep decideExchangeEligibility(ResponseClocks responses) {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                return eligibility.facts(cases.get(x.getProcessBusinessKey()), CaseKind.EXCHANGE);
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var exchange = exchanges.get(x.getProcessBusinessKey());
                exchange.verdict = (String) result.get("verdict");
                exchange.lane = (String) result.get("lane");
                boolean approved = "AUTO_APPROVE".equals(exchange.verdict);
                x.setVariable("approvedByRule", approved);
                if (approved) {
                    exchange.decidedBy = "rule";
                    responses.answered(exchange.caseNumber, null); // the customer gets the answer itself
                    say(exchange, "Exchange approved by rule.", "规则自动同意换货。");
                }
            }
        };
    }

    @Bean
    UserTaskStep reviewExchangeRequest() {
        return (task, answers) -> {
            var exchange = exchanges.get(task.getExecution().getProcessBusinessKey());
            var said = review.take(exchange, answers);
            task.setVariable("reviewDecision", said.decision().name());
            task.setVariable("faultToFind", exchange.faultFact != null);
            task.setVariable("wrongSku", review.wrongSku(exchange, answers));
            if (said.offer() != null) {
                task.setVariable("procedure", said.offer().name());
                task.setVariable("procedureChanged", true);
            }
        };
    }

    @Bean
    JavaDelegate agreeExchangeByTimeLimit() {
        return x -> {
            var exchange = exchanges.get(x.getProcessBusinessKey());
            exchange.decidedBy = "clock";
            say(
                    exchange,
                    "Agreed by time limit, before the platform decides. Actor: clock.",
                    "已到时限，在平台自动处理前默认同意。操作者：时钟。");
        };
    }

    private void say(Exchange exchange, String en, String zh) {
        cases.note(exchange.caseNumber, "DECIDED", new Text(en, zh));
    }

    @Bean
    RuleStep decideExchangeLiability() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                var exchange = exchanges.get(x.getProcessBusinessKey());
                return Map.of(
                        "exceptionKind",
                        review.trouble(exchange.caseNumber),
                        "fact",
                        String.valueOf(exchange.faultFact));
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var c = cases.get(x.getProcessBusinessKey());
                cases.fault(c.caseNumber(), c.reason().name(), (String) result.get("liability"));
            }
        };
    }

    @Bean
    RuleStep decideExchangeFreight() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                var exchange = exchanges.get(x.getProcessBusinessKey());
                return eligibility.freight(cases.get(exchange.caseNumber), exchange.lane, "NONE");
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                exchanges.get(x.getProcessBusinessKey()).returnFreight = (String) result.get("returnFreight");
            }
        };
    }

    @Bean
    DepartmentStep agreeToExchange() {
        return x -> {
            var c = cases.get(x.getProcessBusinessKey());
            var payload = new HashMap<String, Object>();
            payload.put("orderNumber", c.orderNumber());
            payload.put("platformCase", c.platformCase());
            return payload;
        };
    }

    /** The marketplace's new date is ours too. */
    @Configuration(proxyBeanMethods = false)
    static class MovedDeadline {
        private final Cases cases;
        private final Engine engine;

        MovedDeadline(Cases cases, Engine engine) {
            this.cases = cases;
            this.engine = engine;
        }

        @EventListener
        void on(PlatformDeadlineMoved fact) {
            var decideBy = PlatformDeadline.decideBy(cases.get(fact.caseNumber()));
            fact.used().when(engine.moveTimers(fact.caseNumber(), "Event_PlatformAboutToDecideExchange", decideBy));
        }
    }
}
