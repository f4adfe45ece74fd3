package makegood.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Alipay open platform. */
class AlipayVendor extends Vendor {
    static final String APP = "2021000000000001";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFUND = "alipay_trade_refund_response";
    private static final String QUERY = "alipay_trade_fastpay_refund_query_response";

    @Override
    Sending sending(Request request) {
        if (!request.getUrl().contains("method=alipay.trade.refund&")) {
            return null;
        }
        var content = content(request);
        var amount = content.path("refund_amount").asText();
        if (!amount.matches("[0-9]+\\.[0-9]{2}")) {
            throw new AssertionError(amount);
        }
        return new Sending(
                content.path("out_request_no").asText(),
                new BigDecimal(amount).movePointRight(2).longValueExact());
    }

    private static JsonNode content(Request request) {
        try {
            var body = URLDecoder.decode(request.getBodyAsString(), StandardCharsets.UTF_8);
            return JSON.readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    String asked(Request request) {
        return content(request).path("out_request_no").asText();
    }

    @Override
    ResponseDefinitionBuilder taken(Booked refund, Keys by) {
        return signed(REFUND, """
                {"code":"10000","msg":"Success","trade_no":"20261124220001","out_trade_no":"PAY-1","fund_change":"%s","refund_fee":"%s"}""".formatted(refund.state() == State.SUCCESS ? "Y" : "N", yuan(refund.amount())), by);
    }

    @Override
    ResponseDefinitionBuilder found(Request request, Booked refund, Keys by) {
        var status = refund.state() == State.SUCCESS ? "\"refund_status\":\"REFUND_SUCCESS\"," : "";
        return signed(QUERY, """
                {"code":"10000","msg":"Success","trade_no":"20261124220001","out_trade_no":"PAY-1","out_request_no":"%s",%s"total_amount":"100.00","refund_amount":"%s"}""".formatted(refund.number(), status, yuan(refund.amount())), by);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    @Override
    ResponseDefinitionBuilder neverSeen(Request request, Keys by) {
        return signed(QUERY, "{\"code\":\"10000\",\"msg\":\"Success\"}", by);
    }

    @Override
    ResponseDefinitionBuilder refusal(String code, Keys by) {
        return signed(
                REFUND,
                "{\"code\":\"40004\",\"msg\":\"Business Failed\",\"sub_code\":\"" + code + "\",\"sub_msg\":\"-\"}",
                by);
    }

    private static ResponseDefinitionBuilder signed(String node, String body, Keys by) {
        var sign = by == null ? "" : ",\"sign\":\"" + by.sign(body) + "\"";
        return WireMock.aResponse()
                .withHeader("Content-Type", "text/html;charset=utf-8")
                .withBody("{\"" + node + "\":" + body + sign + "}");
    }

    @Override
    String tooMuch() {
        return "ACQ.REASON_TRADE_REFUND_FEE_ERR";
    }

    @Override
    String tooPoor() {
        return "ACQ.SELLER_BALANCE_NOT_ENOUGH";
    }

    @Override
    String noPayment() {
        return "ACQ.TRADE_NOT_EXIST";
    }

    @Override
    GatewayAccount account(String url) {
        return new GatewayAccount(
                GatewayKind.ALIPAY,
                List.of("north"),
                List.of("ALIPAY"),
                url + "/gateway.do",
                null,
                null,
                APP,
                Keys.SHOP.privateText(),
                null,
                Keys.VENDOR.publicText(),
                null,
                null);
    }
}
