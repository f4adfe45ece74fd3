package makegood.gateways;

import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.RefundService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import makegood.departments.Answer;
import makegood.departments.AnswerLost;

/**
 * Stripe refunds: https://docs.stripe.com/api/refunds. Our number goes as idempotency key and in the metadata, by which
 * it is found among the payment's refunds: a key is forgotten after a day, metadata is not.
 */
final class StripeGateway implements Gateway {
    static final String NUMBER = "refund_number";
    private static final long PAGE = 100;
    private static final int PAGES = 10;
    private static final String MISSING = "resource_missing";
    private static final ErrorCodes CODES = new ErrorCodes(
            "Stripe",
            Map.of(
                    MISSING,
                    "PAYMENT_UNKNOWN",
                    "charge_already_refunded",
                    "AMOUNT_EXCEEDS_PAYMENT",
                    "amount_too_large",
                    "AMOUNT_EXCEEDS_PAYMENT",
                    "charge_disputed",
                    "PAYMENT_DISPUTED",
                    "refund_disputed_payment",
                    "PAYMENT_DISPUTED"),
            Set.of("idempotency_key_in_use", "lock_timeout", "rate_limit", "api_error", "unknown"));

    private final RefundService refunds;
    private final StripeNotices notices;

    StripeGateway(RefundService refunds, StripeNotices notices) {
        this.refunds = refunds;
        this.notices = notices;
    }

    @Override
    public Answer refund(RefundOrder refund) {
        var amount = StripeAmount.of(refund.amount(), refund.currency());
        var payment = payment(refund);
        if (amount == null || payment == null) {
            return new Answer.No(amount == null ? "AMOUNT_NOT_PAYABLE" : "PAYMENT_UNKNOWN");
        }
        var wanted = RefundCreateParams.builder().setAmount(amount).putMetadata(NUMBER, refund.number());
        if (charge(payment)) {
            wanted.setCharge(payment);
        } else {
            wanted.setPaymentIntent(payment);
        }
        var once = RequestOptions.builder().setIdempotencyKey(refund.number()).build();
        try {
            return read(refund, refunds.create(wanted.build(), once));
        } catch (StripeException no) {
            return CODES.read(code(no));
        }
    }

    @Override
    public Answer query(RefundOrder refund) {
        var payment = payment(refund);
        if (payment == null) {
            return new Answer.Unknown(); // cannot have been sent
        }
        try {
            return found(refund, payment);
        } catch (StripeException no) {
            var code = code(no);
            return MISSING.equals(code) ? new Answer.Unknown() : CODES.read(code);
        }
    }

    private Answer found(RefundOrder refund, String payment) throws StripeException {
        String after = null;
        for (int page = 0; page < PAGES; page++) {
            var part = refunds.list(question(payment, after));
            if (part.getData() == null) {
                throw new AnswerLost("the answer of Stripe is incomplete");
            }
            for (var one : part.getData()) {
                if (one.getMetadata() != null
                        && refund.number().equals(one.getMetadata().get(NUMBER))) {
                    return read(refund, one);
                }
                after = one.getId();
            }
            if (!Boolean.TRUE.equals(part.getHasMore())) {
                return new Answer.Unknown();
            }
        }
        throw new IllegalStateException("this payment has too many refunds at Stripe");
    }

    private static RefundListParams question(String payment, String after) {
        var question = RefundListParams.builder().setLimit(PAGE).setStartingAfter(after);
        return (charge(payment) ? question.setCharge(payment) : question.setPaymentIntent(payment)).build();
    }

    private static Answer read(RefundOrder refund, Refund told) {
        if (told == null || told.getStatus() == null || told.getMetadata() == null) {
            throw new AnswerLost("the answer of Stripe is incomplete");
        }
        boolean sameAmount = told.getAmount() != null
                && told.getAmount().equals(StripeAmount.of(refund.amount(), refund.currency()));
        refund.same(told.getMetadata().get(NUMBER), sameAmount ? refund.amount() : null, told.getCurrency());
        return switch (told.getStatus()) {
            case "succeeded" -> RefundOrder.settled(told.getId());
            case "failed" -> new Answer.No("REFUND_ABNORMAL");
            case "canceled" -> new Answer.No("REFUND_CLOSED");
            default -> new Answer.Pending(); // pending, requires_action
        };
    }

    /** The vendor's code; what has none is no answer of Stripe's, and who may not ask has done nothing. */
    private static String code(StripeException no) {
        var error = no.getStripeError();
        if (no.getStatusCode() != null && (no.getStatusCode() == 401 || no.getStatusCode() == 403)) {
            throw new IllegalStateException("Stripe does not accept our key (" + no.getStatusCode() + ")");
        }
        if (error == null || error.getType() == null) {
            throw new AnswerLost("the answer of Stripe could not be read");
        }
        return error.getCode() == null ? error.getType() : error.getCode();
    }

    private static String payment(RefundOrder refund) {
        var payment = refund.transaction() == null ? refund.payment() : refund.transaction();
        return payment != null && payment.matches("(pi|ch|py)_[A-Za-z0-9_]{1,120}") ? payment : null;
    }

    private static boolean charge(String payment) {
        return !payment.startsWith("pi_");
    }

    @Override
    public Optional<Notice> read(Letter letter, List<Instant> nows) throws NoticeNotSigned {
        return notices.read(letter, nows);
    }
}
