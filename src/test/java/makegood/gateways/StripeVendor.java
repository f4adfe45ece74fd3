package makegood.gateways;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Stripe's API of refunds. */
class StripeVendor extends Vendor {
    static final String SECRET = "whsec_made_up_for_tests";
    private static final Pattern NUMBER = Pattern.compile("metadata\\[refund_number]=([^&]+)");
    private static final Pattern AMOUNT = Pattern.compile("amount=([0-9]+)");

    @Override
    Sending sending(Request request) {
        if (!request.getMethod().equals(RequestMethod.POST)) {
            return null;
        }
        var body = URLDecoder.decode(request.getBodyAsString(), StandardCharsets.UTF_8);
        var number = group(NUMBER, body);
        if (!number.equals(request.getHeader("Idempotency-Key"))) {
            throw new AssertionError("idempotency key " + request.getHeader("Idempotency-Key"));
        }
        return new Sending(number, Long.parseLong(group(AMOUNT, body)));
    }

    private static String group(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(text);
        }
        return matcher.group(1);
    }

    @Override
    String asked(Request request) {
        return books.isEmpty() ? null : books.keySet().iterator().next();
    }

    @Override
    ResponseDefinitionBuilder taken(Booked refund, Keys by) {
        return json(200, refund(refund));
    }

    @Override
    ResponseDefinitionBuilder found(Request request, Booked refund, Keys by) {
        var all = books.values().stream().map(this::refund).toList();
        return json(200, list(String.join(",", all)));
    }

    @Override
    ResponseDefinitionBuilder neverSeen(Request request, Keys by) {
        return json(200, list(""));
    }

    private static String list(String items) {
        return "{\"object\":\"list\",\"url\":\"/v1/refunds\",\"has_more\":false,\"data\":[" + items + "]}";
    }

    String refund(Booked refund) {
        return """
                {"id":"re_%s","object":"refund","amount":%d,"currency":"cny","payment_intent":"pi_1",
                 "metadata":{"refund_number":"%s"},"status":"%s"}""".formatted(
                        refund.number().replace("-", ""),
                        refund.amount(),
                        refund.number(),
                        switch (refund.state()) {
                            case PENDING -> "pending";
                            case SUCCESS -> "succeeded";
                            case CLOSED -> "canceled";
                            case ABNORMAL -> "failed";
                        });
    }

    @Override
    ResponseDefinitionBuilder refusal(String code, Keys by) {
        return json(
                code.equals("resource_missing") ? 404 : 400,
                "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"" + code + "\",\"message\":\"-\"}}");
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    @Override
    String tooMuch() {
        return "amount_too_large";
    }

    @Override
    String tooPoor() {
        return "insufficient_funds";
    }

    @Override
    String noPayment() {
        return "resource_missing";
    }

    @Override
    String payment() {
        return "pi_1";
    }

    @Override
    GatewayAccount account(String url) {
        return new GatewayAccount(
                GatewayKind.STRIPE,
                List.of("north"),
                List.of("CARD"),
                url,
                null,
                null,
                null,
                "sk_test_made_up",
                null,
                null,
                null,
                SECRET);
    }
}
