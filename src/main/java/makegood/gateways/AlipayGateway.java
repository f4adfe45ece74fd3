package makegood.gateways;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayObject;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import makegood.departments.Answer;
import makegood.departments.AnswerLost;

/**
 * Alipay open platform: https://opendocs.alipay.com/open/4b7cc5db_alipay.trade.refund. Code 10000 says that the request
 * was taken, {@code fund_change} whether this request moved money; certain is only what the query says.
 */
final class AlipayGateway implements Gateway {
    private static final String NO_TRADE = "ACQ.TRADE_NOT_EXIST";
    private static final ErrorCodes CODES = new ErrorCodes(
            "Alipay",
            Map.ofEntries(
                    Map.entry(NO_TRADE, "PAYMENT_UNKNOWN"),
                    Map.entry("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "AMOUNT_EXCEEDS_PAYMENT"),
                    Map.entry("ACQ.REASON_TRADE_REFUND_FEE_ERR", "AMOUNT_EXCEEDS_PAYMENT"),
                    Map.entry("ACQ.REFUND_FEE_ERROR", "AMOUNT_EXCEEDS_PAYMENT"),
                    Map.entry("ACQ.TRADE_HAS_FINISHED", "REFUND_PERIOD_OVER"),
                    Map.entry("ACQ.TRADE_HAS_CLOSE", "PAYMENT_CLOSED"),
                    Map.entry("ACQ.TRADE_STATUS_ERROR", "PAYMENT_CLOSED"),
                    Map.entry("ACQ.TRADE_NOT_ALLOW_REFUND", "REFUND_NOT_ALLOWED"),
                    Map.entry("ACQ.NOT_ALLOW_PARTIAL_REFUND", "REFUND_NOT_ALLOWED"),
                    Map.entry("ACQ.ONLINE_TRADE_VOUCHER_NOT_ALLOW_REFUND", "REFUND_NOT_ALLOWED"),
                    Map.entry("ACQ.BUYER_NOT_EXIST", "ACCOUNT_CLOSED")),
            Set.of("ACQ.SYSTEM_ERROR", "isp.unknow-error", "aop.unknow-error", "isp.unknown-error"));

    private final AlipayClient alipay;
    private final AlipayNotices notices;

    AlipayGateway(AlipayClient alipay, AlipayNotices notices) {
        this.alipay = alipay;
        this.notices = notices;
    }

    @Override
    public Answer refund(RefundOrder refund) {
        if (!"CNY".equals(refund.currency())) {
            return new Answer.No("CURRENCY_DIFFERS");
        }
        var model = new AlipayTradeRefundModel();
        model.setOutRequestNo(refund.number());
        model.setRefundAmount(Yuan.text(refund.amount()));
        if (refund.transaction() == null) {
            model.setOutTradeNo(refund.payment());
        } else {
            model.setTradeNo(refund.transaction());
        }
        var told = asked(new AlipayTradeRefundRequest(), model);
        return told.isSuccess() ? confirmed(refund) : CODES.read(told.getSubCode());
    }

    /** Taken: a refund that the query does not know yet is open, not unknown. */
    private Answer confirmed(RefundOrder refund) {
        var known = query(refund);
        return known instanceof Answer.Unknown ? new Answer.Pending() : known;
    }

    @Override
    public Answer query(RefundOrder refund) {
        var model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutRequestNo(refund.number());
        if (refund.transaction() == null) {
            model.setOutTradeNo(refund.payment());
        } else {
            model.setTradeNo(refund.transaction());
        }
        var told = asked(new AlipayTradeFastpayRefundQueryRequest(), model);
        if (!told.isSuccess()) {
            return NO_TRADE.equals(told.getSubCode()) ? new Answer.Unknown() : CODES.read(told.getSubCode());
        }
        if (told.getRefundStatus() == null && told.getRefundAmount() == null) {
            return new Answer.Unknown(); // never taken, or failed: both are sent again under the same number
        }
        refund.same(told.getOutRequestNo(), Yuan.fen(told.getRefundAmount()), "CNY");
        return "REFUND_SUCCESS".equals(told.getRefundStatus())
                ? RefundOrder.settled(told.getTradeNo())
                : new Answer.Pending();
    }

    private <T extends AlipayResponse> T asked(AlipayRequest<T> request, AlipayObject model) {
        request.setBizModel(model);
        T told;
        try {
            told = alipay.execute(request);
        } catch (AnswerLost | IllegalStateException known) {
            throw known;
        } catch (AlipayApiException | RuntimeException untrusted) { // its text would hold the whole answer
            throw new AnswerLost("the answer of Alipay could not be trusted");
        }
        if (told == null || told.getCode() == null) {
            throw new AnswerLost("the answer of Alipay could not be read");
        }
        if (!told.isSuccess() && !signed(told)) {
            throw unsigned(told);
        }
        return told;
    }

    /** The library lets a no without a signature pass. */
    private static boolean signed(AlipayResponse told) {
        try {
            return !Fresh.json(told.getBody()).path("sign").asText("").isEmpty();
        } catch (NoticeNotSigned unreadable) {
            return false;
        }
    }

    /** Alipay itself does not sign only where it could not tell who asks; then nothing was done. */
    private static RuntimeException unsigned(AlipayResponse told) {
        return String.valueOf(told.getSubCode()).startsWith("isv.")
                ? new IllegalStateException("Alipay does not accept our request: " + told.getSubCode())
                : new AnswerLost("the answer is not signed by Alipay");
    }

    @Override
    public Optional<Notice> read(Letter letter, List<Instant> nows) throws NoticeNotSigned {
        return notices.read(letter);
    }
}
