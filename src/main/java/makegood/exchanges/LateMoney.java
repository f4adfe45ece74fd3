package makegood.exchanges;

import java.util.Map;
import makegood.cases.Cases;
import makegood.departments.DepartmentAnswered;
import makegood.departments.DepartmentRefused;
import makegood.platform.Engine;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What finance says of sums when the step that asked is over: whoever decides about it goes on, else the money goes back. */
@Component
class LateMoney {
    private static final String TOPIC = "finance.collect";

    private final Collections collections;
    private final Cases cases;
    private final Engine engine;

    LateMoney(Collections collections, Cases cases, Engine engine) {
        this.collections = collections;
        this.cases = cases;
        this.engine = engine;
    }

    /** A payment that comes when the request is over still counts. */
    @EventListener
    void on(DepartmentAnswered answered) {
        if (!answered.topic().equals(TOPIC)
                || !"PAID".equals(answered.values().get("state"))
                || !collections.booked(answered.businessRef())) {
            return;
        }
        var paid = collections.get(answered.businessRef());
        cases.lock(paid.caseNumber());
        if (engine.correlate(paid.caseNumber(), CollectionPaid.class) == 0) {
            var sum = Money.plain(paid.amount());
            cases.note(
                    paid.caseNumber(),
                    "PAID_TOO_LATE",
                    new Text(
                            "The customer paid " + sum + " after the request had ended; it goes back by itself.",
                            "客户在收款请求结束后支付了 " + sum + "，款项将自动原路退回。"));
            giveBack(paid);
        }
    }

    @EventListener
    void on(DepartmentRefused refused) {
        if (refused.topic().equals(TOPIC)) {
            collections.refused(refused.businessRef());
        }
    }

    /** By a process of its own, once, whatever becomes of the case. */
    void giveBack(Collections.Collection paid) {
        if (collections.goesBack(paid.collectNumber())) {
            cases.tellLater(paid.caseNumber(), Map.of("chargeBack", Money.plain(paid.amount())));
            engine.startByMessage(
                    paid.caseNumber(),
                    ChargeUndone.class,
                    cases.get(paid.caseNumber()).store(),
                    Map.of("caseNumber", paid.caseNumber(), "undonePayment", paid.collectNumber()));
        }
    }
}
