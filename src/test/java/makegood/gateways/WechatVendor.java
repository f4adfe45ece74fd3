package makegood.gateways;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** WeChat Pay API v3. */
class WechatVendor extends Vendor {
    static final String API_KEY = "0123456789abcdef0123456789abcdef";
    static final String KEY_ID = "PUB_KEY_ID_0000000001";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    Sending sending(Request request) {
        if (!request.getMethod().equals(RequestMethod.POST)) {
            return null;
        }
        try {
            var body = JSON.readTree(request.getBodyAsString());
            if (body.at("/amount/total").asLong() != 10_000
                    || !"CNY".equals(body.at("/amount/currency").asText())) {
                throw new AssertionError(body.toString());
            }
            return new Sending(
                    body.path("out_refund_no").asText(),
                    body.at("/amount/refund").asLong());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    String asked(Request request) {
        return request.getUrl().replaceAll(".*/refunds/", "").replaceAll("\\?.*", "");
    }

    @Override
    ResponseDefinitionBuilder taken(Booked refund, Keys by) {
        var state = refund.state() == State.SUCCESS ? State.PENDING : refund.state();
        return signed(200, told(new Booked(refund.number(), refund.amount(), state)), by);
    }

    @Override
    ResponseDefinitionBuilder found(Request request, Booked refund, Keys by) {
        return signed(200, told(refund), by);
    }

    static String told(Booked refund) {
        var status =
                refund.state() == State.PENDING ? "PROCESSING" : refund.state().name();
        return """
                {"refund_id":"5030000001","out_refund_no":"%s","transaction_id":"4200000001","out_trade_no":"PAY-1",
                 "channel":"ORIGINAL","user_received_account":"test","create_time":"2026-11-24T10:00:00+08:00",
                 "status":"%s","amount":{"total":10000,"refund":%d,"payer_total":10000,"payer_refund":%3$d,"currency":"CNY"}}""".formatted(refund.number(), status, refund.amount());
    }

    @Override
    ResponseDefinitionBuilder neverSeen(Request request, Keys by) {
        return signed(404, "{\"code\":\"RESOURCE_NOT_EXISTS\",\"message\":\"退款单不存在\"}", by);
    }

    @Override
    ResponseDefinitionBuilder refusal(String code, Keys by) {
        var parts = code.split(" ", 2);
        var words = parts.length > 1 ? parts[1] : "";
        return signed(
                List.of("NOT_ENOUGH", "USER_ACCOUNT_ABNORMAL").contains(parts[0]) ? 403 : 400,
                "{\"code\":\"" + parts[0] + "\",\"message\":\"" + words + "\"}",
                by);
    }

    static ResponseDefinitionBuilder signed(int status, String body, Keys by) {
        var answer = WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(body);
        if (by != null) {
            var at = String.valueOf(Instant.now().getEpochSecond());
            answer.withHeader("Wechatpay-Timestamp", at)
                    .withHeader("Wechatpay-Nonce", "nonce")
                    .withHeader("Wechatpay-Serial", KEY_ID)
                    .withHeader("Wechatpay-Signature", by.sign(at + "\nnonce\n" + body + "\n"));
        }
        return answer;
    }

    @Override
    String tooMuch() {
        return "INVALID_REQUEST 退款金额大于可退金额";
    }

    @Override
    String tooPoor() {
        return "NOT_ENOUGH";
    }

    @Override
    String noPayment() {
        return "RESOURCE_NOT_EXISTS";
    }

    @Override
    GatewayAccount account(String url) {
        return new GatewayAccount(
                GatewayKind.WECHAT,
                List.of("north"),
                List.of("WECHAT"),
                url,
                "https://shop.example.com/api/v1/webhooks/gateways/one",
                "1900000001",
                null,
                Keys.SHOP.privatePem(),
                "5157F09EFDC096DE15EBE81A47057A72",
                Keys.VENDOR.publicPem(),
                KEY_ID,
                API_KEY);
    }
}
