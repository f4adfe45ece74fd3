package makegood.refunds;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import makegood.cases.Cases;
import makegood.departments.DepartmentRefused;
import makegood.departments.RequestSending;
import makegood.orders.Payments;
import makegood.platform.Money;
import makegood.platform.Text;
import makegood.stores.Stores;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the gateway says about one refund. A state never moves back. */
@Component
class SettleRefund {
    static final String GATEWAY = "GATEWAY:";
    private static final String WAIT = "REFUND_SETTLEMENT";

    private final Refunds refunds;
    private final Payments payments;
    private final Cases cases;
    private final Stores stores;
    private final Clock clock;

    SettleRefund(Refunds refunds, Payments payments, Cases cases, Stores stores, Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.cases = cases;
        this.stores = stores;
        this.clock = clock;
    }

    /** SENT is committed before the gateway is called. */
    @EventListener
    void on(RequestSending request) {
        if (!request.topic().equals("finance.refund")) {
            return;
        }
        var refund = refunds.refund(request.businessRef());
        if (refund.state() == RefundState.APPROVED) {
            refund.becomes(RefundState.SENT, "SENDING", clock.instant());
            refund.sentAt = clock.instant();
        }
    }

    /** Whether it is settled now. */
    boolean answered(String refundNumber, Map<String, Object> values) {
        var refund = refunds.refund(refundNumber);
        if (values.get("gatewayReference") instanceof String reference) {
            refund.gatewayReference = reference;
        }
        if (refund.state() == RefundState.SETTLED) {
            return true;
        }
        switch (String.valueOf(values.get("state"))) {
            case "SETTLED" -> settle(refund);
            case "UNKNOWN" -> unknown(refund);
            default -> pending(refund, String.valueOf(values.get("state")));
        }
        boolean settled = refund.state() == RefundState.SETTLED;
        if (!settled) {
            cases.waitFor(refund.caseNumber, "FINANCE", WAIT, refund.promisedBy);
        } else if (refund.asked > 0) {
            cases.waitOver(refund.caseNumber, WAIT);
        }
        return settled;
    }

    private void settle(Refund refund) {
        if (!payments.settle(refund.store, refund.paymentNumber, refund.amount)) {
            throw new IllegalStateException("nothing is held for " + refund.refundNumber);
        }
        refund.becomes(RefundState.SETTLED, GATEWAY + "SETTLED", clock.instant());
        refund.settledAt = clock.instant();
        cases.money(refund.caseNumber, refund.amount, -refund.amount);
        cases.note(
                refund.caseNumber,
                "REFUND_SETTLED",
                new Text(
                        "Refund " + refund.refundNumber + " of " + Money.plain(refund.amount) + " settled.",
                        "退款 " + refund.refundNumber + " 已到账 " + Money.plain(refund.amount) + "。"));
    }

    private void unknown(Refund refund) {
        if (refund.state() != RefundState.UNKNOWN) {
            refund.becomes(RefundState.UNKNOWN, GATEWAY + "UNKNOWN", clock.instant());
            cases.note(
                    refund.caseNumber,
                    "REFUND_UNKNOWN",
                    new Text(
                            "The gateway's answer to " + refund.refundNumber
                                    + " was lost; it is asked before anything is sent again.",
                            "退款 " + refund.refundNumber + " 的网关应答丢失；重发前先查询。"));
        }
    }

    /** It has the refund and has not decided it. */
    private void pending(Refund refund, String said) {
        if (refund.state() != RefundState.SENT) {
            refund.becomes(RefundState.SENT, GATEWAY + said, clock.instant());
        }
    }

    /** The gateway has said no for good; the hold stays until the money has gone out another way. */
    @EventListener
    void on(DepartmentRefused no) {
        if (!no.topic().equals("finance.refund") && !no.topic().equals("finance.query-refund")) {
            return;
        }
        var refund = refunds.refund(no.businessRef());
        refund.becomes(RefundState.FAILED_FINAL, GATEWAY + no.code(), clock.instant());
        cases.note(
                refund.caseNumber,
                "REFUND_FAILED",
                new Text(
                        "The gateway refused " + refund.refundNumber + "; it is paid out another way.",
                        "网关拒绝退款 " + refund.refundNumber + "，改用其他方式付款。"));
    }

    /** When a silent gateway is asked next: after 5 min, 30 min, 2 h by default, then every 2 h. */
    Date askNext(String refundNumber) {
        var refund = refunds.refund(refundNumber);
        var minutes = minutes(refund.store);
        var wait = minutes.get(Math.min(refund.asked, minutes.size() - 1));
        refund.asked++;
        return Date.from(clock.instant().plus(Duration.ofMinutes(wait)));
    }

    private java.util.List<Integer> minutes(String store) {
        return stores.known(store).limits().gatewayAskMinutes();
    }
}
