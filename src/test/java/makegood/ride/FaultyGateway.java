package makegood.ride;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/**
 * A finance department by docs/departments/openapi.yaml that keeps its own book and fails in every way that gateways do.
 * It outlives the nodes that call it, so its book is the truth about what was paid.
 */
final class FaultyGateway implements AutoCloseable {
    /** How a call goes wrong. LOST, SLOW, BROKEN and GARBLED have done the work. */
    enum Fault {
        NONE,
        ERROR,
        HANG_UP,
        LOST,
        SLOW,
        BROKEN,
        GARBLED,
        PENDING,
        REFUSE,
        REVERSE
    }

    /** Where in a call a test may strike. */
    enum Moment {
        BEFORE,
        DONE,
        ANSWERED
    }

    /** A refund in the gateway's book. */
    record Paid(String number, String payment, long amount, String state) {
        Paid as(String otherState) {
            return new Paid(number, payment, amount, otherState);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final Random dice;
    private final Map<String, Paid> book = new ConcurrentHashMap<>();
    private final Map<String, String> others = new ConcurrentHashMap<>();
    private final Map<Moment, ConcurrentLinkedQueue<BiConsumer<String, String>>> strikes = new ConcurrentHashMap<>();
    private final int faultsInHundred;

    /** What may not be: a number with two amounts, a request that is no contract. */
    final List<String> complaints = new CopyOnWriteArrayList<>();

    /** Open refunds whose decision is to be told by webhook, in the order in which they were made. */
    final ConcurrentLinkedQueue<Paid> undecided = new ConcurrentLinkedQueue<>();

    /** Settled refunds that the gateway will take back. */
    final ConcurrentLinkedQueue<Paid> toReverse = new ConcurrentLinkedQueue<>();

    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    final Map<Fault, Integer> played = new ConcurrentHashMap<>();
    volatile boolean down;
    volatile boolean quiet;

    FaultyGateway(Random dice, int faultsInHundred) throws IOException {
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

    /** When a refund was last spoken of, by {@link System#nanoTime}. */
    long lastAsked(String number) {
        return asked.getOrDefault(number, Long.MIN_VALUE);
    }

    boolean struck(Moment moment) {
        var waiting = strikes.get(moment);
        return waiting == null || waiting.isEmpty();
    }

    Map<String, Paid> book() {
        return Map.copyOf(book);
    }

    void decide(String number, String state) {
        book.computeIfPresent(number, (n, paid) -> paid.as(state));
    }

    private Fault draw() {
        Fault drawn;
        synchronized (dice) {
            drawn = !quiet && dice.nextInt(100) < faultsInHundred
                    ? Fault.values()[1 + dice.nextInt(Fault.values().length - 1)]
                    : Fault.NONE;
        }
        played.merge(drawn, 1, Integer::sum);
        return drawn;
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            if (down) {
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
        var amount = request.at("/payload/amount").asLong();
        var payment = request.at("/payload/paymentNumber").asText();
        asked.put(number, System.nanoTime());
        at(Moment.BEFORE, node, number);
        var fault = draw();
        if (fault == Fault.ERROR || fault == Fault.HANG_UP) {
            if (fault == Fault.ERROR) {
                answer(exchange, 500, "{}");
            }
            return;
        }
        var first = !book.containsKey(number);
        var paid = book.computeIfAbsent(number, n -> new Paid(n, payment, amount, begun(fault)));
        if (paid.amount() != amount || !paid.payment().equals(payment)) {
            complaints.add("one number, two refunds: " + number);
        }
        if (first && paid.state().equals("PENDING")) {
            undecided.add(paid);
        }
        if (first && fault == Fault.REVERSE) {
            toReverse.add(paid);
        }
        at(Moment.DONE, node, number);
        spoil(exchange, fault, said(paid));
        at(Moment.ANSWERED, node, number);
    }

    private static String begun(Fault fault) {
        return switch (fault) {
            case PENDING -> "PENDING";
            case REFUSE -> "REFUSED";
            default -> "SETTLED";
        };
    }

    private void question(HttpExchange exchange, String number) throws IOException {
        asked.put(number, System.nanoTime());
        var fault = draw();
        if (fault == Fault.ERROR) {
            answer(exchange, 503, "{}");
            return;
        }
        var paid = book.get(number);
        spoil(exchange, fault, paid == null ? "{\"answer\":\"UNKNOWN\"}" : said(paid));
    }

    private void spoil(HttpExchange exchange, Fault fault, String answer) throws IOException {
        switch (fault) {
            case HANG_UP, LOST -> {} // closed without a word
            case SLOW -> {
                pause(6_000);
                answer(exchange, 200, answer);
            }
            case BROKEN -> answer(exchange, 200, answer.substring(0, answer.length() / 2));
            case GARBLED -> answer(exchange, 200, "{\"answer\":\"MAYBE\"}");
            default -> answer(exchange, 200, answer);
        }
    }

    private static String said(Paid paid) {
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

    private void at(Moment moment, String node, String number) {
        var waiting = strikes.get(moment);
        var strike = waiting == null ? null : waiting.poll();
        if (strike != null) {
            strike.accept(node, number);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    List<String> settledTwice() {
        var byPayment = new ConcurrentHashMap<String, Long>();
        book.values().stream()
                .filter(p -> p.state().equals("SETTLED"))
                .forEach(p -> byPayment.merge(p.payment(), p.amount(), Long::sum));
        return byPayment.entrySet().stream()
                .filter(e -> e.getValue() > Riders.PAID)
                .map(e -> e.getKey() + " gave back " + e.getValue())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
