package makegood.ride;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** A finance department by docs/departments/openapi.yaml that fails in every way that gateways do. */
final class FaultyGateway implements AutoCloseable {
    /** Longer than a node listens (4 s in a ride). */
    private static final long TOO_LONG = 5_500;

    private static final long SLOW = 2_000;

    /** Where in a call a node may be struck. */
    enum Moment {
        BEFORE,
        DONE
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final Dice dice;
    private final int faultsInHundred;
    private final Map<String, String> others = new ConcurrentHashMap<>();
    private final Map<Moment, ConcurrentLinkedQueue<BiConsumer<String, String>>> strikes = new ConcurrentHashMap<>();
    private final Map<Fault, Integer> played = new EnumMap<>(Fault.class);
    private int refusedWhileDown;
    private volatile boolean down;
    private volatile boolean quiet;
    final GatewayBook book = new GatewayBook();

    FaultyGateway(Dice dice, int faultsInHundred) throws IOException {
        this.dice = dice;
        this.faultsInHundred = faultsInHundred;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "faulty-gateway");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Once, at that moment of the next refund: gets the node's name and the refund's number. */
    void strike(Moment moment, BiConsumer<String, String> what) {
        strikes.computeIfAbsent(moment, m -> new ConcurrentLinkedQueue<>()).add(what);
    }

    void down(boolean now) {
        down = now;
    }

    /** No more faults from now on. */
    void behaves() {
        quiet = true;
        down = false;
    }

    /** Faults that took effect, by kind; calls while it was down apart. */
    synchronized Map<Fault, Integer> played() {
        return new EnumMap<>(played);
    }

    synchronized int refusedWhileDown() {
        return refusedWhileDown;
    }

    private synchronized Fault draw(List<Fault> kinds) {
        if (quiet || dice.below(100) >= faultsInHundred) {
            return Fault.NONE;
        }
        var drawn = dice.anyOf(kinds);
        played.merge(drawn, 1, Integer::sum);
        return drawn;
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            if (down) {
                synchronized (this) {
                    refusedWhileDown++;
                }
                return; // the connection is cut
            }
            var parts = exchange.getRequestURI().getPath().split("/");
            var body = exchange.getRequestBody().readAllBytes();
            if (!parts[1].equals("finance.refund")) {
                other(exchange, parts, body);
            } else if (exchange.getRequestMethod().equals("GET")) {
                question(exchange, parts[2]);
            } else {
                refund(exchange, JSON.readTree(body));
            }
        } catch (IOException cut) {
            // the node died or gave up; what was done stays done
        }
    }

    private void refund(HttpExchange exchange, JsonNode request) throws IOException {
        var number = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var node = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"))
                .replace("Makegood/", "");
        book.spokenOf(number);
        if (struck(Moment.BEFORE, node, number)) {
            return; // its caller is no more, and nothing was done
        }
        var payment = request.at("/payload/paymentNumber").asText();
        var amount = request.at("/payload/amount").asLong();
        if (awaited(Moment.DONE)) {
            book.takeSilently(number, payment, amount);
            struck(Moment.DONE, node, number);
            return;
        }
        var fault = draw(book.find(number) == null ? Fault.OF_REFUNDS : Fault.OF_QUESTIONS);
        if (!fault.reachesTheBook) {
            spoil(exchange, fault, "{}");
            return;
        }
        spoil(exchange, fault, said(book.take(number, payment, amount, fault)));
    }

    private void question(HttpExchange exchange, String number) throws IOException {
        book.spokenOf(number);
        var paid = book.find(number);
        spoil(exchange, draw(Fault.OF_QUESTIONS), paid == null ? "{\"answer\":\"UNKNOWN\"}" : said(paid));
    }

    private static void spoil(HttpExchange exchange, Fault fault, String answer) throws IOException {
        switch (fault) {
            case ERROR -> answer(exchange, 500, "{}");
            case HANG_UP, LOST -> {} // closed without a word
            case TIME_OUT -> Dice.pause(TOO_LONG);
            case LATE -> {
                Dice.pause(TOO_LONG);
                answer(exchange, 200, answer);
            }
            case SLOW -> {
                Dice.pause(SLOW);
                answer(exchange, 200, answer);
            }
            case BROKEN -> answer(exchange, 200, answer.substring(0, answer.length() / 2));
            case GARBLED -> answer(exchange, 200, "{\"answer\":\"MAYBE\"}");
            default -> answer(exchange, 200, answer);
        }
    }

    private static String said(GatewayBook.Paid paid) {
        return switch (paid.state()) {
            case "PENDING" -> "{\"answer\":\"PENDING\"}";
            case "REFUSED" -> "{\"answer\":\"NO\",\"code\":\"ACCOUNT_CLOSED\"}";
            default ->
                "{\"answer\":\"DONE\",\"values\":{\"state\":\"SETTLED\",\"gatewayReference\":\"G-" + paid.number()
                        + "\"}}";
        };
    }

    /** Pay-outs and the like: done once per key. */
    private void other(HttpExchange exchange, String[] parts, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            var known = others.get(parts[1] + "/" + parts[2]);
            answer(exchange, 200, known == null ? "{\"answer\":\"UNKNOWN\"}" : known);
            return;
        }
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var values =
                parts[1].equals("finance.pay-out") ? "{\"state\":\"SETTLED\",\"reference\":\"PO-" + key + "\"}" : "{}";
        var done = others.computeIfAbsent(parts[1] + "/" + key, k -> "{\"answer\":\"DONE\",\"values\":" + values + "}");
        answer(exchange, 200, done);
    }

    private boolean awaited(Moment moment) {
        var waiting = strikes.get(moment);
        return waiting != null && !waiting.isEmpty();
    }

    private boolean struck(Moment moment, String node, String number) {
        var waiting = strikes.get(moment);
        var strike = waiting == null ? null : waiting.poll();
        if (strike != null) {
            strike.accept(node, number);
        }
        return strike != null;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
