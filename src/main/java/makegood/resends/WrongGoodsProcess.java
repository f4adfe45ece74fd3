package makegood.resends;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.cases.Cases;
import makegood.platform.DepartmentStep;
import makegood.platform.RuleStep;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of wrong-goods.bpmn: what was sent by mistake is fetched, or left with the customer. */
@Configuration(proxyBeanMethods = false)
class WrongGoodsProcess {
    private final WrongGoods wrongGoods;
    private final Resends resends;
    private final ResendBooks books;
    private final Cases cases;

    WrongGoodsProcess(WrongGoods wrongGoods, Resends resends, ResendBooks books, Cases cases) {
        this.wrongGoods = wrongGoods;
        this.resends = resends;
        this.books = books;
        this.cases = cases;
    }

    @Bean
    RuleStep decideWrongGoods(Clock clock) {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                return wrongGoods.facts(cases.get(x.getProcessBusinessKey()));
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var days = resends.store(cases.get(x.getProcessBusinessKey()))
                        .limits()
                        .parcelDueDays();
                x.setVariable("wrongGoodsWanted", "BACK".equals(result.get("wrongGoods")));
                x.setVariable("wrongGoodsDue", Date.from(clock.instant().plus(Duration.ofDays(days))));
            }
        };
    }

    @Bean
    DepartmentStep bookWrongGoodsPickUp() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var c = cases.get(x.getProcessBusinessKey());
                var goods = wrongGoods.of(c);
                var payload = new HashMap<String, Object>();
                payload.put("orderNumber", c.orderNumber());
                payload.put(
                        "lines",
                        List.of(Map.of("line", goods.line(), "sku", goods.sku(), "quantity", goods.quantity())));
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                if (values.get("trackingNumber") instanceof String tracking && !tracking.isBlank()) {
                    cases.findable(x.getProcessBusinessKey(), tracking);
                    cases.tellLater(x.getProcessBusinessKey(), Map.of("pickUpTracking", tracking));
                }
            }
        };
    }

    @Bean
    UserTaskStep receiveWrongGoods() {
        return (task, answers) -> task.setVariable(
                "wrongGoodsCame",
                wrongGoods.received(cases.get(task.getExecution().getProcessBusinessKey()), answers));
    }

    @Bean
    DepartmentStep bookWrongGoods() {
        return x -> {
            var c = cases.get(x.getProcessBusinessKey());
            var resend = resends.get(c.caseNumber());
            var payload = new HashMap<String, Object>();
            payload.put("orderNumber", c.orderNumber());
            payload.put(
                    "lines",
                    List.of(Map.of(
                            "sku",
                            resend.receivedSku,
                            "quantity",
                            resend.receivedQuantity,
                            "disposition",
                            resend.disposition)));
            return payload;
        };
    }

    @Bean
    JavaDelegate writeOffWrongGoods() {
        return x ->
                books.wrongGoodsGone(x.getProcessBusinessKey(), wrongGoods.of(cases.get(x.getProcessBusinessKey())));
    }
}
