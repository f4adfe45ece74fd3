package makegood.gateways;

import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Collectors;
import makegood.departments.AnswerLost;

/** Stripe's library builds and reads; the bytes go our way, once. */
final class StripeTransport extends HttpClient {
    private static final int CONFLICT = 409;
    private final GatewayHttp http;

    StripeTransport(GatewayHttp http) {
        this.http = http;
    }

    @Override
    public StripeResponse request(StripeRequest request) {
        var outgoing = HttpRequest.newBuilder(URI.create(request.url().toString()));
        request.headers().map().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        if (request.content() == null) {
            outgoing.method(request.method().name(), BodyPublishers.noBody());
        } else {
            outgoing.setHeader("Content-Type", request.content().contentType());
            outgoing.method(
                    request.method().name(),
                    BodyPublishers.ofByteArray(request.content().byteArrayContent()));
        }
        var reply = http.send(outgoing.build());
        if (reply.status() == CONFLICT) {
            throw new AnswerLost("Stripe is still at work on this refund (409)");
        }
        var headers = reply.headers().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey(), e -> List.of(e.getValue())));
        return new StripeResponse(reply.status(), HttpHeaders.of(headers), reply.body());
    }
}
