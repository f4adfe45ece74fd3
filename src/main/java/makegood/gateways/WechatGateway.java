package makegood.gateways;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import makegood.departments.Answer;
import makegood.departments.AnswerLost;

/** WeChat Pay API v3, domestic refunds: https://pay.weixin.qq.com/doc/v3/merchant/4012791883 */
final class WechatGateway implements Gateway {
    private static final String NOT_THERE = "RESOURCE_NOT_EXISTS";
    private static final String AGAINST_RULES = "INVALID_REQUEST";
    private static final ErrorCodes CODES = new ErrorCodes(
            "WeChat Pay",
            Map.of(
                    NOT_THERE,
                    "PAYMENT_UNKNOWN",
                    "USER_ACCOUNT_ABNORMAL",
                    "ACCOUNT_CLOSED",
                    "TRADE_OVERDUE",
                    "REFUND_PERIOD_OVER"),
            Set.of("SYSTEM_ERROR", "BIZERR_NEED_RETRY", "FREQUENCY_LIMITED", "RATELIMIT_EXCEEDED"));

    /** One code for every rule that was broken; these sentences are final, the others wait for a person. */
    private static final Map<String, String> RULES = Map.of(
            "可退金额", "AMOUNT_EXCEEDS_PAYMENT",
            "全额退款", "AMOUNT_EXCEEDS_PAYMENT",
            "最大期限", "REFUND_PERIOD_OVER");

    private final RefundService refunds;
    private final WechatNotices notices;
    private final String notifyUrl;

    WechatGateway(RefundService refunds, WechatNotices notices, String notifyUrl) {
        this.refunds = refunds;
        this.notices = notices;
        this.notifyUrl = notifyUrl;
    }

    @Override
    public Answer refund(RefundOrder refund) {
        if (!"CNY".equals(refund.currency())) {
            return new Answer.No("CURRENCY_DIFFERS");
        }
        return answer(refund, () -> refunds.create(request(refund)), false);
    }

    private CreateRequest request(RefundOrder refund) {
        var request = new CreateRequest();
        request.setOutRefundNo(refund.number());
        if (refund.transaction() == null) {
            request.setOutTradeNo(refund.payment());
        } else {
            request.setTransactionId(refund.transaction());
        }
        request.setNotifyUrl(notifyUrl);
        var amount = new AmountReq();
        amount.setRefund(refund.amount());
        amount.setTotal(refund.paid());
        amount.setCurrency(refund.currency());
        request.setAmount(amount);
        return request;
    }

    @Override
    public Answer query(RefundOrder refund) {
        var question = new QueryByOutRefundNoRequest();
        question.setOutRefundNo(refund.number());
        return answer(refund, () -> refunds.queryByOutRefundNo(question), true);
    }

    private static Answer answer(RefundOrder refund, Supplier<Refund> ask, boolean question) {
        Refund told;
        try {
            told = ask.get();
        } catch (ServiceException no) {
            return refusal(no, question);
        } catch (AnswerLost | IllegalStateException known) {
            throw known;
        } catch (RuntimeException untrusted) { // not its signature, or not its JSON; its text would hold our headers
            throw new AnswerLost("the answer of WeChat Pay could not be trusted");
        }
        return read(refund, told);
    }

    private static Answer read(RefundOrder refund, Refund told) {
        if (told == null || told.getStatus() == null || told.getAmount() == null) {
            throw new AnswerLost("the answer of WeChat Pay is incomplete");
        }
        refund.same(
                told.getOutRefundNo(),
                told.getAmount().getRefund(),
                told.getAmount().getCurrency());
        return switch (told.getStatus()) {
            case SUCCESS -> RefundOrder.settled(told.getRefundId());
            case PROCESSING -> new Answer.Pending();
            case CLOSED -> new Answer.No("REFUND_CLOSED");
            case ABNORMAL -> new Answer.No("REFUND_ABNORMAL");
        };
    }

    private static Answer refusal(ServiceException no, boolean question) {
        var code = no.getErrorCode();
        if (question && NOT_THERE.equals(code)) {
            return new Answer.Unknown();
        }
        var words = String.valueOf(no.getErrorMessage());
        return RULES.entrySet().stream()
                .filter(rule -> AGAINST_RULES.equals(code) && words.contains(rule.getKey()))
                .findFirst()
                .<Answer>map(rule -> new Answer.No(rule.getValue()))
                .orElseGet(() -> CODES.read(code));
    }

    @Override
    public Optional<Notice> read(Letter letter, List<Instant> nows) throws NoticeNotSigned {
        return notices.read(letter, nows);
    }
}
