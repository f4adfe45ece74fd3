package makegood.gateways;

import java.util.Set;
import makegood.departments.Answer;
import makegood.departments.Connector;
import makegood.departments.DepartmentCall;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refunds by the account of the payment's store and method. A refund that one account has sent is served by that
 * account only, whatever is set later: two ways would be two refunds.
 */
@Component
@Order(GatewayConnector.BEFORE_OTHERS)
class GatewayConnector implements Connector {
    static final int BEFORE_OTHERS = -1000;
    private static final String REFUND = "finance.refund";
    private static final Set<String> TOPICS = Set.of(REFUND, "finance.query-refund");
    private final GatewayAccounts accounts;
    private final SentRefunds sent;

    GatewayConnector(GatewayAccounts accounts, SentRefunds sent) {
        this.accounts = accounts;
        this.sent = sent;
    }

    @Override
    public boolean serves(DepartmentCall call) {
        return TOPICS.contains(call.topic())
                && (accounts.find(call.store(), RefundOrder.text(call, "method"))
                                .isPresent()
                        || sent.find(call.idempotencyKey()).isPresent());
    }

    @Override
    public Answer call(DepartmentCall call) {
        return call.topic().equals(REFUND) ? refund(call) : query(call);
    }

    @Override
    public Answer query(DepartmentCall call) {
        var account = account(call);
        var refund = order(call);
        return remembered(account, call, account.gateway().query(refund));
    }

    private Answer refund(DepartmentCall call) {
        var account = account(call);
        var refund = order(call);
        if (!sent.fits(call.store(), refund)) {
            return new Answer.No("AMOUNT_EXCEEDS_PAYMENT");
        }
        sent.keep(account.name(), call.store(), refund);
        var answer = account.gateway().refund(refund);
        return remembered(account, call, answer instanceof Answer.No ? sure(account, refund, answer) : answer);
    }

    /** After a no money leaves by another way: it is believed only when the gateway does not know the refund either. */
    private static Answer sure(GatewayAccounts.Opened account, RefundOrder refund, Answer no) {
        var known = account.gateway().query(refund);
        return known instanceof Answer.Unknown ? no : known;
    }

    /** Also what was found at the gateway without having been sent by us, such as before a restored backup. */
    private Answer remembered(GatewayAccounts.Opened account, DepartmentCall call, Answer answer) {
        if (!(answer instanceof Answer.Unknown)) {
            sent.keep(account.name(), call.store(), order(call));
            sent.told(call.idempotencyKey(), answer);
        }
        return answer;
    }

    /** What was sent stays as it was sent, even if the order was imported anew since. */
    private RefundOrder order(DepartmentCall call) {
        var asked = RefundOrder.of(call);
        var before = sent.find(call.idempotencyKey()).map(SentRefunds.Sent::refund);
        if (before.isPresent() && before.get().amount() != asked.amount()) {
            throw new IllegalStateException("refund " + asked.number() + " was sent with another amount before");
        }
        return before.orElse(asked);
    }

    private GatewayAccounts.Opened account(DepartmentCall call) {
        var before = sent.find(call.idempotencyKey());
        if (before.isPresent()) {
            var name = before.get().account();
            return accounts.named(name)
                    .orElseThrow(() -> new IllegalStateException(
                            "gateway account " + name + ", which sent this refund, is not set any more"));
        }
        return accounts.find(call.store(), RefundOrder.text(call, "method")).orElseThrow();
    }
}
