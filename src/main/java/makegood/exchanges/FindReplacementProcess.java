package makegood.exchanges;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.cases.Cases;
import makegood.platform.DepartmentStep;
import makegood.platform.RuleStep;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of find-replacement.bpmn: what is there of what the customer wants, which leg goes first, and what else there is. */
@Configuration(proxyBeanMethods = false)
class FindReplacementProcess {
    private static final String WAIT = "STOCK_EXPECTED";

    private final Exchanges exchanges;
    private final Prices prices;
    private final Alternatives alternatives;
    private final MissingArticles shortage;
    private final Cases cases;

    FindReplacementProcess(
            Exchanges exchanges, Prices prices, Alternatives alternatives, MissingArticles shortage, Cases cases) {
        this.shortage = shortage;
        this.exchanges = exchanges;
        this.prices = prices;
        this.alternatives = alternatives;
        this.cases = cases;
    }

    /** Withdrawn while the warehouse was asked: there is nothing to look for any more. */
    @Bean
    ExecutionListener replacementWanted() {
        return start ->
                start.setVariable("replacementStillWanted", !exchanges.get(start.getProcessBusinessKey()).withdrawn);
    }

    @Bean
    DepartmentStep checkReplacementStock() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var caseNumber = x.getProcessBusinessKey();
                cases.waitOver(caseNumber, WAIT);
                var articles = exchanges.articles(caseNumber);
                var payload = new HashMap<String, Object>();
                payload.put("sku", articles.keySet().iterator().next());
                payload.put("quantity", articles.values().iterator().next());
                if (articles.size() > 1) {
                    payload.put("skus", List.copyOf(articles.keySet()));
                }
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                shortage.found(exchanges.get(x.getProcessBusinessKey()), values);
            }
        };
    }

    @Bean
    RuleStep decideExchangeOrder() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                var exchange = exchanges.get(x.getProcessBusinessKey());
                return Map.of(
                        "stock",
                        exchange.missingSkus == null ? "YES" : "NO",
                        "lane",
                        exchange.lane,
                        "risk",
                        exchange.risk,
                        "tier",
                        exchanges.order(exchange).customer().tier().name(),
                        "newFen",
                        prices.newPieces(exchange));
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var exchange = exchanges.get(x.getProcessBusinessKey());
                exchange.legOrder = (String) result.get("order");
                exchange.stockGone = false; // the next look at the shelf counts again
                exchange.difference = prices.difference(exchange);
                x.setVariable("replacementInStock", !"OFFER_ALTERNATIVES".equals(exchange.legOrder));
            }
        };
    }

    @Bean
    UserTaskStep offerAlternatives() {
        return (task, answers) ->
                alternatives.offer(exchanges.get(task.getExecution().getProcessBusinessKey()), answers);
    }

    @Bean
    JavaDelegate takeAlternative() {
        return x -> {
            var exchange = exchanges.get(x.getProcessBusinessKey());
            alternatives.take(exchange);
            x.setVariable("alternative", exchange.alternative);
            Instant expected = exchange.stockExpectedAt;
            if (expected != null) {
                x.setVariable("stockExpectedAt", Date.from(expected));
                cases.waitFor(exchange.caseNumber, "WAREHOUSE", WAIT, expected);
            }
        };
    }
}
