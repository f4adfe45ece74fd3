package makegood.refunds;

import java.time.Clock;
import makegood.cases.Cases;
import makegood.cases.OwnRequest;
import makegood.departments.DepartmentRefused;
import makegood.orders.Payments;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Another way for money whose original route is closed: two people, a proof, and account data that is kept masked only. */
@Component
class PayOuts {
    private static final String ACTION = "REFUND_OTHER_ROUTE";

    private final Refunds refunds;
    private final Payments payments;
    private final Cases cases;
    private final Authority authority;
    private final Clock clock;

    PayOuts(Refunds refunds, Payments payments, Cases cases, Authority authority, Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.cases = cases;
        this.authority = authority;
        this.clock = clock;
    }

    void prepare(String refundNumber, Answers answers) throws BusinessRefusal {
        var method = answers.required("payOutMethod", PayOutMethod.class);
        var name = answers.requiredText("accountName", 100);
        var number = answers.requiredText("accountNumber", 64);
        var proof = answers.text("proofNumber", 64);
        answers.check();
        var by = Caller.current().account();
        var refund = refunds.refund(refundNumber);
        if (!authority.allows(ACTION, by, refund.amount)) {
            throw new BeyondAuthority();
        }
        var payOut = new PayOut();
        payOut.payOutNumber = refundNumber + "-P" + (refunds.payOuts(refundNumber) + 1);
        payOut.refund = refund;
        payOut.method = method.name();
        payOut.accountName = maskedName(name);
        payOut.accountNumber = maskedNumber(number);
        payOut.proofNumber = proof.isEmpty() ? null : proof;
        payOut.preparedBy = by;
        payOut.becomes(PayOutState.PREPARED, method.name(), clock.instant());
        refunds.add(payOut);
        note(refundNumber, "A pay-out was prepared.", "已准备其他方式付款。");
    }

    private static String maskedName(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private static String maskedNumber(String number) {
        return "****" + number.substring(Math.max(0, number.length() - Math.min(4, number.length() / 2)));
    }

    /** What the second person says. */
    enum Confirmation {
        APPROVE,
        CONFIRM,
        REFUSE
    }

    boolean confirm(String refundNumber, Answers answers) throws BusinessRefusal {
        var decision = answers.required("decision", Confirmation.class);
        answers.check();
        var payOut = refunds.latestPayOut(refundNumber);
        var by = Caller.current().account();
        if (by.equals(payOut.preparedBy)) {
            throw new OwnRequest();
        }
        if (authority.limit(ACTION, by) == 0) { // the limit binds the one who decides, the second needs one above 0
            throw new BeyondAuthority();
        }
        boolean confirmed = decision != Confirmation.REFUSE;
        payOut.confirmedBy = by;
        payOut.becomes(confirmed ? PayOutState.CONFIRMED : PayOutState.RETURNED, decision.name(), clock.instant());
        note(
                refundNumber,
                confirmed ? "The pay-out was confirmed." : "The pay-out was not confirmed.",
                confirmed ? "付款已由第二人确认。" : "付款未获确认。");
        return confirmed;
    }

    /** @param reference of whoever paid: the proof, where finance has named none */
    void paid(String refundNumber, String reference) {
        var payOut = refunds.latestPayOut(refundNumber);
        var refund = payOut.refund;
        if (payOut.proofNumber == null) {
            payOut.proofNumber = reference;
        }
        payOut.becomes(PayOutState.PAID, "FINANCE:PAID", clock.instant());
        if (refund.state() == RefundState.FAILED_FINAL) {
            if (!payments.moveToPaidOut(refund.store, refund.paymentNumber, refund.amount)) {
                throw new IllegalStateException("nothing is held for " + refundNumber);
            }
            cases.money(refund.caseNumber, refund.amount, -refund.amount);
        }
        refund.becomes(RefundState.PAID_OUT, payOut.method, clock.instant());
        refund.settledAt = clock.instant();
        refund.gatewayReference = payOut.proofNumber;
        note(refundNumber, "Paid out another way.", "已用其他方式付款。");
    }

    /** Whoever pays it has refused: finance prepares another one. */
    @EventListener
    void on(DepartmentRefused no) {
        var payOut = no.topic().equals("finance.pay-out") ? refunds.payOut(no.businessRef()) : null;
        if (payOut != null) { // a compensation's pay-out is not ours
            payOut.becomes(PayOutState.FAILED, "FINANCE:" + no.code(), clock.instant());
        }
    }

    private void note(String refundNumber, String en, String zh) {
        cases.note(refunds.refund(refundNumber).caseNumber, "PAY_OUT", new Text(en, zh));
    }
}
