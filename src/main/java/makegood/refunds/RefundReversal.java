package makegood.refunds;

import java.time.Clock;
import java.util.Map;
import makegood.cases.Cases;
import makegood.ledger.MoneyWentBack;
import makegood.platform.Engine;
import makegood.platform.Text;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A settled refund that came back, as the gateway says or a comparison of accounts has shown: finance gets a task. */
@Component
class RefundReversal {
    private final Refunds refunds;
    private final BookRefund book;
    private final Cases cases;
    private final Engine engine;
    private final Clock clock;

    RefundReversal(Refunds refunds, BookRefund book, Cases cases, Engine engine, Clock clock) {
        this.refunds = refunds;
        this.book = book;
        this.cases = cases;
        this.engine = engine;
        this.clock = clock;
    }

    /** Once; whatever is not settled cannot come back. */
    void of(Refund refund, String cause) {
        if (refund.state() != RefundState.SETTLED) {
            return;
        }
        refund.becomes(RefundState.REVERSED, cause, clock.instant());
        book.reversed(refund);
        cases.note(
                refund.caseNumber,
                "REFUND_REVERSED",
                new Text(
                        "The gateway took " + refund.refundNumber + " back; finance decides.",
                        "网关退回了退款 " + refund.refundNumber + "，由财务处理。"));
        engine.startByMessage(
                refund.caseNumber,
                RefundReversed.class,
                refund.store,
                Map.of("refundNumber", refund.refundNumber, "caseNumber", refund.caseNumber));
    }

    @EventListener
    void on(MoneyWentBack fact) {
        var refund = refunds.refund(fact.number());
        if (refund != null) {
            cases.lock(refund.caseNumber);
            of(refund, "DIFFERENCE");
        }
    }
}
