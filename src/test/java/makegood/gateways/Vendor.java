package makegood.gateways;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vendor behind WireMock: books refunds by their number and speaks as its documents say, with the faults that are ordered. */
abstract class Vendor implements ResponseDefinitionTransformerV2 {
    /** Longer than the tests' gateways wait. */
    static final int TOO_LONG = 4_000;

    enum Trouble {
        NONE,
        LATE_AND_NOT_DONE,
        LATE_BUT_DONE,
        BROKEN_AND_NOT_DONE,
        BROKEN_BUT_DONE,
        ERROR_500,
        TOO_MANY,
        NO_JSON,
        NOT_SIGNED,
        SIGNED_BY_A_STRANGER
    }

    enum State {
        PENDING,
        SUCCESS,
        CLOSED,
        ABNORMAL
    }

    /** As it was booked. */
    record Booked(String number, long amount, State state) {}

    /** As it was asked to. */
    record Sending(String number, long amount) {}

    final List<Sending> sendings = new CopyOnWriteArrayList<>();
    final List<String> authorisations = new CopyOnWriteArrayList<>();
    final Map<String, Booked> books = new LinkedHashMap<>();
    final Queue<Trouble> sendFaults = new ArrayDeque<>();
    final Queue<Trouble> queryFaults = new ArrayDeque<>();
    State next = State.SUCCESS;
    long paid = 10_000;
    String refuseWith;
    final WireMockServer server;

    Vendor() {
        server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(this));
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
    }

    void becomes(String number, State state) {
        books.computeIfPresent(number, (n, b) -> new Booked(n, b.amount(), state));
    }

    @Override
    public String getName() {
        return "vendor";
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        var request = event.getRequest();
        var sending = sending(request);
        if (request.getHeader("Authorization") != null) {
            authorisations.add(request.getHeader("Authorization"));
        }
        if (sending != null) {
            sendings.add(sending);
        }
        var fault = sending == null ? queryFaults.poll() : sendFaults.poll();
        return answer(request, sending, fault == null ? Trouble.NONE : fault).build();
    }

    private ResponseDefinitionBuilder answer(Request request, Sending sending, Trouble fault) {
        return switch (fault) {
            case LATE_AND_NOT_DONE -> error(500).withFixedDelay(TOO_LONG);
            case BROKEN_AND_NOT_DONE -> WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            case ERROR_500 -> error(500);
            case TOO_MANY -> error(429);
            case LATE_BUT_DONE -> done(request, sending, Keys.VENDOR).withFixedDelay(TOO_LONG);
            case BROKEN_BUT_DONE -> {
                done(request, sending, Keys.VENDOR);
                yield WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            }
            case NO_JSON -> {
                done(request, sending, Keys.VENDOR);
                yield noJson();
            }
            case NOT_SIGNED -> done(request, sending, null);
            case SIGNED_BY_A_STRANGER -> done(request, sending, Keys.STRANGER);
            case NONE -> done(request, sending, Keys.VENDOR);
        };
    }

    private ResponseDefinitionBuilder done(Request request, Sending sending, Keys by) {
        if (sending == null) {
            var booked = books.get(asked(request));
            return booked == null ? neverSeen(request, by) : found(request, booked, by);
        }
        if (refuseWith != null) {
            return refusal(refuseWith, by);
        }
        var before = books.get(sending.number());
        if (before == null) {
            long gone = books.values().stream().mapToLong(Booked::amount).sum();
            if (gone + sending.amount() > paid) {
                return refusal(tooMuch(), by);
            }
            before = new Booked(sending.number(), sending.amount(), next);
            books.put(sending.number(), before);
        }
        return taken(before, by);
    }

    ResponseDefinitionBuilder error(int status) {
        return WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{}");
    }

    ResponseDefinitionBuilder noJson() {
        return WireMock.aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody("{\"half\": ");
    }

    /** Null when it is a question. */
    abstract Sending sending(Request request);

    /** The number that is asked for; null where the vendor is asked for all refunds of a payment. */
    abstract String asked(Request request);

    abstract ResponseDefinitionBuilder taken(Booked refund, Keys by);

    abstract ResponseDefinitionBuilder found(Request request, Booked refund, Keys by);

    abstract ResponseDefinitionBuilder neverSeen(Request request, Keys by);

    abstract ResponseDefinitionBuilder refusal(String code, Keys by);

    abstract String tooMuch();

    abstract String tooPoor();

    abstract String noPayment();

    /** An account at this vendor. */
    abstract GatewayAccount account(String url);

    /** How the shop numbers the payment. */
    String payment() {
        return "PAY-1";
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }
}
