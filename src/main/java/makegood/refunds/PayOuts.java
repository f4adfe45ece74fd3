package makegood.refunds;

import java.time.Clock;
import makegood.cases.Cases;
import makegood.cases.OwnRequest;
import makegood.orders.Payments;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Another way for money whose original route is closed: two people, a proof, and account data that is kept masked only. */
@Component
class PayOuts {
    /** {@code accountName} and {@code accountNumber} are masked. */
    record PayOut(
            String payOutNumber,
            String method,
            String accountName,
            String accountNumber,
            String proofNumber,
            String preparedBy) {}

    private static final String ACTION = "REFUND_OTHER_ROUTE";

    private final Refunds refunds;
    private final Payments payments;
    private final Cases cases;
    private final Authority authority;
    private final JdbcClient db;
    private final Clock clock;

    PayOuts(Refunds refunds, Payments payments, Cases cases, Authority authority, JdbcClient db, Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.cases = cases;
        this.authority = authority;
        this.db = db;
        this.clock = clock;
    }

    /** The gateway has said no for good; the hold stays until the money has gone out another way. */
    void refusedByGateway(String refundNumber) {
        var refund = refunds.refund(refundNumber);
        if (refund.state != RefundState.FAILED_FINAL && refund.state != RefundState.REVERSED) {
            refund.state = RefundState.FAILED_FINAL;
            cases.note(
                    refund.caseNumber,
                    "REFUND_FAILED",
                    new Text(
                            "The gateway refused " + refundNumber + "; it is paid out another way.",
                            "网关拒绝退款 " + refundNumber + "，改用其他方式付款。"));
        }
    }

    void prepare(String refundNumber, Answers answers) throws BusinessRefusal {
        var method = answers.required("payOutMethod", PayOutMethod.class);
        var name = answers.requiredText("accountName", 100);
        var number = answers.requiredText("accountNumber", 64);
        var proof = answers.text("proofNumber", 64);
        answers.check();
        var by = Caller.current().account();
        if (!authority.allows(ACTION, by, refunds.refund(refundNumber).amount)) {
            throw new BeyondAuthority();
        }
        int count = db.sql("select count(*) from pay_out where refund_number = ?")
                .param(refundNumber)
                .query(Integer.class)
                .single();
        db.sql("insert into pay_out (pay_out_number, refund_number, method, account_name, account_number, proof_number,"
                        + " prepared_by, state) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        refundNumber + "-P" + (count + 1),
                        refundNumber,
                        method.name(),
                        maskedName(name),
                        maskedNumber(number),
                        proof.isEmpty() ? null : proof,
                        by,
                        "PREPARED")
                .update();
        note(refundNumber, "A pay-out was prepared.", "已准备其他方式付款。");
    }

    private static String maskedName(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private static String maskedNumber(String number) {
        return "****" + number.substring(Math.max(0, number.length() - Math.min(4, number.length() / 2)));
    }

    PayOut latest(String refundNumber) {
        return db.sql("select * from pay_out where refund_number = ? order by pay_out_number desc limit 1")
                .param(refundNumber)
                .query((row, n) -> new PayOut(
                        row.getString("pay_out_number"),
                        row.getString("method"),
                        row.getString("account_name"),
                        row.getString("account_number"),
                        row.getString("proof_number"),
                        row.getString("prepared_by")))
                .optional()
                .orElse(null);
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
        var payOut = latest(refundNumber);
        var by = Caller.current().account();
        if (by.equals(payOut.preparedBy())) {
            throw new OwnRequest();
        }
        if (authority.limit(ACTION, by) == 0) { // the limit binds the one who decides, the second needs one above 0
            throw new BeyondAuthority();
        }
        boolean confirmed = decision != Confirmation.REFUSE;
        db.sql("update pay_out set confirmed_by = ?, state = ? where pay_out_number = ?")
                .params(by, confirmed ? "CONFIRMED" : "RETURNED", payOut.payOutNumber())
                .update();
        note(
                refundNumber,
                confirmed ? "The pay-out was confirmed." : "The pay-out was not confirmed.",
                confirmed ? "付款已由第二人确认。" : "付款未获确认。");
        return confirmed;
    }

    /** @param reference of whoever paid: the proof, where finance has named none */
    void paid(String refundNumber, String reference) {
        var refund = refunds.refund(refundNumber);
        var payOut = latest(refundNumber);
        var proof = payOut.proofNumber() == null ? reference : payOut.proofNumber();
        db.sql("update pay_out set state = 'PAID', proof_number = ? where pay_out_number = ?")
                .params(proof, payOut.payOutNumber())
                .update();
        if (refund.state == RefundState.PAID_OUT) {
            return;
        }
        if (refund.state == RefundState.FAILED_FINAL) {
            if (!payments.moveToPaidOut(refund.store, refund.paymentNumber, refund.amount)) {
                throw new IllegalStateException("nothing is held for " + refundNumber);
            }
            cases.money(refund.caseNumber, refund.amount, -refund.amount);
        }
        refund.state = RefundState.PAID_OUT;
        refund.settledAt = clock.instant();
        refund.gatewayReference = proof;
        note(refundNumber, "Paid out another way.", "已用其他方式付款。");
    }

    private void note(String refundNumber, String en, String zh) {
        cases.note(refunds.refund(refundNumber).caseNumber, "PAY_OUT", new Text(en, zh));
    }
}
