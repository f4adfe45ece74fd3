package makegood.departments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A department's service by docs/departments/openapi.yaml, to copy from. Nothing but a JDK is needed:
 * {@code KEY_ID=warehouse-1 SECRET=… java ReferenceDepartment.java}, then it listens on port 8090.
 * It shows what the contract asks for: check the signature, do each thing once per key, tell what is known of a key.
 */
public class ReferenceDepartment implements AutoCloseable {
    /** What each topic is answered when all goes well; a real department does its work here. */
    static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("warehouse.check-stock", "{\"sellable\":7}"),
            Map.entry("warehouse.reserve-stock", "{\"reservation\":\"RS-1\"}"),
            Map.entry("warehouse.release-stock", "{\"released\":true}"),
            Map.entry(
                    "warehouse.authorise-return",
                    "{\"rma\":\"RMA-1\",\"returnAddress\":\"1 Example Road 示例路1号\",\"carrier\":\"SF\",\"labelNumber\":\"LB-1\"}"),
            Map.entry("warehouse.revoke-return", "{\"revoked\":true}"),
            Map.entry("warehouse.ship", "{\"trackingNumber\":\"TN-1\",\"carrier\":\"SF\",\"freight\":1200}"),
            Map.entry("warehouse.book-returned-goods", "{\"booked\":1}"),
            Map.entry(
                    "carrier.trace",
                    "{\"trackingNumber\":\"TN-1\",\"scans\":[{\"kind\":\"IN_TRANSIT\",\"at\":\"2026-11-21T08:00:00Z\"}]}"),
            Map.entry(
                    "carrier.book-pickup",
                    "{\"pickupNumber\":\"PU-1\",\"trackingNumber\":\"TN-1\",\"carrier\":\"SF\"}"),
            Map.entry("carrier.file-claim", "{\"state\":\"PAID\",\"amount\":5000,\"reference\":\"CL-1\"}"),
            Map.entry("finance.refund", "{\"state\":\"SETTLED\",\"gatewayReference\":\"GW-1\"}"),
            Map.entry("finance.pay-out", "{\"state\":\"SETTLED\",\"reference\":\"PO-1\"}"),
            Map.entry("finance.issue-coupon", "{\"couponCode\":\"CP-1\"}"),
            Map.entry("finance.collect", "{\"state\":\"PAID\",\"paymentReference\":\"CO-1\"}"),
            Map.entry("finance.book-claim", "{\"booked\":true}"),
            Map.entry("finance.list-settlements", "{\"lines\":[]}"),
            Map.entry("product.report-defect", "{\"report\":\"PD-1\"}"),
            Map.entry("marketplace.agree", "{\"agreed\":true}"),
            Map.entry("marketplace.refuse", "{\"refused\":true}"),
            Map.entry("marketplace.read-deadline", "{}"),
            Map.entry("marketplace.submit-evidence", "{\"submitted\":true}"),
            Map.entry("marketplace.reply-to-review", "{\"published\":true}"),
            Map.entry("marketplace.appeal-review", "{\"result\":\"REMOVED\"}"),
            Map.entry("marketplace.list-reviews", "{\"reviews\":[]}"),
            Map.entry("notification.send", "{\"sent\":true}"));

    private static final int MAX_BYTES = 1_000_000;
    private final HttpServer server;
    private final String keyId;
    private final String secret;

    /** By topic and key: what was answered. A real department keeps this in its database, written with the work itself. */
    private final Map<String, String> done = new ConcurrentHashMap<>();

    /** By topic: what to answer instead of the example; gets the request's JSON. */
    public final Map<String, UnaryOperator<String>> instead = new ConcurrentHashMap<>();

    /** What was asked, as {@code "POST warehouse.ship"}; and what was done, once per key. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    public final List<String> worked = new CopyOnWriteArrayList<>();

    public ReferenceDepartment(int port, String keyId, String secret) throws IOException {
        this.keyId = keyId;
        this.secret = secret;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "reference-department");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
    }

    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8090"));
        var department = new ReferenceDepartment(port, System.getenv("KEY_ID"), System.getenv("SECRET"));
        System.out.println("Listening on " + department.url());
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(MAX_BYTES);
            var path = exchange.getRequestURI().getRawPath();
            boolean question = exchange.getRequestMethod().equals("GET");
            // a question has no body: its path is signed in its place
            if (!signed(exchange, question ? path.getBytes(StandardCharsets.UTF_8) : body)) {
                answer(exchange, 401, "{\"detail\":\"the signature does not hold\"}");
                return;
            }
            var parts = path.split("/");
            var topic = parts[1];
            asked.add(exchange.getRequestMethod() + " " + topic);
            if (question) {
                var key = URLDecoder.decode(parts[2], StandardCharsets.UTF_8);
                answer(exchange, 200, done.getOrDefault(topic + "/" + key, "{\"answer\":\"UNKNOWN\"}"));
            } else {
                var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
                var request = new String(body, StandardCharsets.UTF_8);
                answer(exchange, 200, done.computeIfAbsent(topic + "/" + key, first -> work(topic, request)));
            }
        }
    }

    /** Runs once per key; what it answers is remembered and given again. */
    private String work(String topic, String request) {
        worked.add(topic);
        var example = "{\"answer\":\"DONE\",\"values\":" + EXAMPLES.getOrDefault(topic, "{}") + "}";
        return instead.getOrDefault(topic, r -> example).apply(request);
    }

    /** What was left open is decided; the next question is answered so. */
    public void decide(String topic, String key, String answer) {
        done.put(topic + "/" + key, answer);
    }

    private boolean signed(HttpExchange exchange, byte[] content) {
        var headers = exchange.getRequestHeaders();
        var timestamp = headers.getFirst("X-Makegood-Timestamp");
        var signature = headers.getFirst("X-Makegood-Signature");
        if (timestamp == null || signature == null || !keyId.equals(headers.getFirst("X-Makegood-Key"))) {
            return false;
        }
        long off = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp));
        var right = sign(secret, timestamp, content).getBytes(StandardCharsets.UTF_8);
        return off <= 300 && MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Lower-case hex of HMAC-SHA256 over the timestamp, a dot and the raw bytes. */
    static String sign(String secret, String timestamp, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Tells an answer that comes later; {@code message} as in docs/departments.md. The status that came back. */
    public int tell(String makegood, String department, String message) throws IOException, InterruptedException {
        var timestamp = String.valueOf(Instant.now().getEpochSecond());
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(makegood + "/api/v1/webhooks/" + department))
                .header("Content-Type", "application/json")
                .header("X-Makegood-Key", keyId)
                .header("X-Makegood-Timestamp", timestamp)
                .header("X-Makegood-Signature", sign(secret, timestamp, bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
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
