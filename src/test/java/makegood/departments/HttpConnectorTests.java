package makegood.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import makegood.departments.Arrangement.Connection;
import makegood.platform.AppClock;
import makegood.platform.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reference department and worse ones, over real HTTP. */
class HttpConnectorTests {
    private static final String DONE =
            "{\"answer\":\"DONE\",\"values\":{\"trackingNumber\":\"TN-1\",\"carrier\":\"SF\"}}";
    private ReferenceDepartment department;
    private HttpServer bad;
    private HttpConnector http;
    private Connection connection;

    @BeforeEach
    void open() throws IOException {
        department = new ReferenceDepartment(0, "wms-1", "secret-of-the-warehouse");
        bad = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        bad.setExecutor(Executors.newCachedThreadPool());
        bad.start();
        http = connector(new Targets(true, Set.of(), InetAddress::getAllByName));
        connection = new Connection(department.url(), "wms-1", null, true);
    }

    @AfterEach
    void close() throws IOException {
        department.close();
        bad.stop(0);
        http.destroy();
    }

    private HttpConnector connector(Targets targets) {
        var settings = settings();
        var arrangements = new Arrangements(null, null, null, null) {
            @Override
            Optional<Connection> connection(String store, Department department) {
                return Optional.ofNullable(connection).filter(c -> store.equals("north"));
            }
        };
        return new HttpConnector(
                arrangements,
                new WebhookKeys(settings, arrangements),
                new AppClock(),
                settings,
                targets,
                new Node("test"));
    }

    static DepartmentSettings settings() {
        return new DepartmentSettings(
                true,
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                List.of(Duration.ofSeconds(5), Duration.ofSeconds(10)),
                List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2)),
                Map.of("wms-1", "secret-of-the-warehouse", "wms-2", "another-secret", "carrier-1", "a-third-secret"),
                new DepartmentSettings.Http(
                        Duration.ofMillis(500), Duration.ofMillis(1_500), 2, Duration.ofMillis(600), Set.of(443)));
    }

    private static DepartmentCall ship(String key) {
        return new DepartmentCall("r-1", "warehouse.ship", key, "north", "AS-1", Map.of("orderNumber", "O-1"));
    }

    @Test
    void theThingIsDoneOncePerKey() {
        var shipped = new Answer.Done(Map.of("trackingNumber", "TN-1", "carrier", "SF", "freight", 1200));
        assertThat(http.query(ship("k-1"))).isEqualTo(new Answer.Unknown());
        assertThat(http.call(ship("k-1"))).isEqualTo(shipped);
        assertThat(http.call(ship("k-1"))).isEqualTo(shipped);
        assertThat(http.query(ship("k-1"))).isEqualTo(shipped);
        assertThat(department.worked).containsExactly("warehouse.ship");
        assertThat(department.asked)
                .containsExactly(
                        "GET warehouse.ship", "POST warehouse.ship", "POST warehouse.ship", "GET warehouse.ship");
    }

    @Test
    void noAndPendingAreAnswers() {
        department.instead.put("warehouse.ship", r -> "{\"answer\":\"NO\",\"code\":\"STOCK_UNAVAILABLE\"}");
        assertThat(http.call(ship("k-1"))).isEqualTo(new Answer.No("STOCK_UNAVAILABLE"));
        department.instead.put("warehouse.ship", r -> "{\"answer\":\"PENDING\"}");
        assertThat(http.call(ship("k/2 ü"))).isEqualTo(new Answer.Pending());
        department.decide("warehouse.ship", "k/2 ü", DONE);
        assertThat(http.query(ship("k/2 ü"))).isInstanceOf(Answer.Done.class);
    }

    @Test
    void theRequestSaysWhatItIsAbout() {
        var body = new String[1];
        department.instead.put("warehouse.ship", request -> {
            body[0] = request;
            return DONE;
        });
        http.call(ship("k-1"));
        assertThat(Json.read(body[0]))
                .containsEntry("requestId", "r-1")
                .containsEntry("topic", "warehouse.ship")
                .containsEntry("idempotencyKey", "k-1")
                .containsEntry("store", "north")
                .containsEntry("caseNumber", "AS-1")
                .containsEntry("payload", Map.of("orderNumber", "O-1"));
    }

    @Test
    void aQuestionAboutARefundSendsNoMoney() {
        var question = new DepartmentCall("r", "finance.query-refund", "RF-1", "north", "AS-1", Map.of());
        assertThat(http.call(question)).isEqualTo(new Answer.Unknown());
        assertThat(http.call(question.as("finance.refund"))).isInstanceOf(Answer.Done.class);
        assertThat(http.call(question))
                .isEqualTo(new Answer.Done(Map.of("state", "SETTLED", "gatewayReference", "GW-1")));
        assertThat(department.worked).containsExactly("finance.refund");
    }

    @Test
    void aWrongKeyIsNotServed() {
        connection = new Connection(department.url(), "wms-2", null, true);
        assertThatThrownBy(() -> http.call(ship("k-1")))
                .isNotInstanceOf(AnswerLost.class)
                .hasMessage("HTTP 401");
        connection = new Connection(department.url(), "nobody", null, true);
        assertThatThrownBy(() -> http.call(ship("k-1"))).hasMessageContaining("no secret");
        assertThat(department.worked).isEmpty();
    }

    @Test
    void onlyStoresWithAConnectionAreServed() {
        assertThat(http.serves(ship("k"))).isTrue();
        assertThat(http.serves(new DepartmentCall("r", "warehouse.ship", "k", "south", "AS-1", Map.of())))
                .isFalse();
        assertThat(http.serves(new DepartmentCall("r", "warehouse.ship", "k", null, "AS-1", Map.of())))
                .isFalse();
    }

    @Test
    void aRedirectIsNotFollowed() {
        answers("/warehouse.ship", exchange -> {
            exchange.getResponseHeaders().add("Location", department.url() + "/warehouse.ship");
            exchange.sendResponseHeaders(307, -1);
        });
        assertThatThrownBy(() -> http.call(ship("k-1"))).hasMessage("HTTP 307");
        assertThat(department.asked).isEmpty();
    }

    @Test
    void aFaultOnTheirSideMayHaveDoneTheWork() {
        says(503, "application/json", "{}");
        assertThatThrownBy(() -> http.call(ship("k-1")))
                .isInstanceOf(AnswerLost.class)
                .hasMessage("HTTP 503");
        says(422, "application/json", "{}");
        assertThatThrownBy(() -> http.call(ship("k-1")))
                .isNotInstanceOf(AnswerLost.class)
                .hasMessage("HTTP 422");
    }

    @Test
    void whatIsNoAnswerIsNotTaken() {
        says(200, "text/html", DONE);
        lost("no JSON");
        says(200, "application/json", "{");
        lost("broken JSON");
        says(200, "application/json", "null");
        lost("empty");
        says(200, "application/json", "{\"answer\":\"MAYBE\"}");
        lost("none of");
        http = connector(http.targets()); // the calls so far have opened the circuit
        says(200, "application/json", "{\"answer\":\"NO\",\"code\":\"not ours\"}");
        lost("without a code");
        says(200, "application/json", "{\"answer\":\"DONE\",\"values\":{\"carrier\":\"SF\"}}");
        lost("lacks trackingNumber");
        says(200, "application/json", "{\"answer\":\"DONE\",\"x\":\"" + "y".repeat(70_000) + "\"}");
        lost("more than");
        says(200, "application/json", "{\"answer\":\"UNKNOWN\"}");
        assertThatThrownBy(() -> http.call(ship("k"))).hasMessageContaining("questions only");
    }

    private void lost(String why) {
        assertThatThrownBy(() -> http.call(ship("k")))
                .isInstanceOf(AnswerLost.class)
                .hasMessageContaining(why);
    }

    @Test
    void aCallHasAnEndEvenWhenTheAnswerDrips() {
        answers("/warehouse.ship", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                pause(100);
            }
        });
        long begin = System.nanoTime();
        assertThatThrownBy(() -> http.call(ship("k"))).isInstanceOf(AnswerLost.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }

    @Test
    void whatWasNeverReachedHasDoneNothing() {
        int port = bad.getAddress().getPort();
        bad.stop(0);
        connection = new Connection("http://127.0.0.1:" + port, "wms-1", null, true);
        assertThatThrownBy(() -> http.call(ship("k")))
                .isNotInstanceOf(AnswerLost.class)
                .hasMessageContaining("no connection");
    }

    @Test
    void outsideTheDemoACallDoesNotGoInside() {
        var seen = new AtomicInteger();
        answers("/warehouse.ship", exchange -> seen.incrementAndGet());
        var port = bad.getAddress().getPort();
        http = connector(new Targets(false, Set.of(port), InetAddress::getAllByName));
        connection = new Connection("https://127.0.0.1:" + port, "wms-1", null, true);
        assertThatThrownBy(() -> http.call(ship("k"))).hasMessageContaining("not allowed");
        connection = new Connection("https://localhost:" + port, "wms-1", null, true);
        assertThatThrownBy(() -> http.call(ship("k"))).hasMessageContaining("not allowed");
        connection = new Connection("http://127.0.0.1:" + port, "wms-1", null, true);
        assertThatThrownBy(() -> http.call(ship("k"))).hasMessageContaining("its address is not allowed");
        assertThat(seen).hasValue(0);
    }

    @Test
    void theCheckedAddressIsTheOneThatIsUsed() {
        var asked = new AtomicInteger();
        http = connector(new Targets(true, Set.of(), host -> {
            asked.incrementAndGet();
            if (!host.equals("wms.example.com")) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getByName("127.0.0.1")}; // no other name service knows this name here
        }));
        connection = new Connection(department.url().replace("127.0.0.1", "wms.example.com"), "wms-1", null, true);
        assertThat(http.call(ship("k"))).isInstanceOf(Answer.Done.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoKeepsFailingIsLeftInPeaceAndTriedAgain() {
        says(503, "application/json", "{}");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> http.call(ship("k"))).isInstanceOf(AnswerLost.class);
        }
        assertThat(http.circuit("north", Department.WAREHOUSE)).isEqualTo("OPEN");
        assertThatThrownBy(() -> http.call(ship("k")))
                .isInstanceOfSatisfying(
                        HeldBack.class,
                        held -> assertThat(held.pause()).isBetween(Duration.ofMillis(50), Duration.ofMillis(800)));
        assertThat(http.circuit("north", Department.CARRIER)).isEqualTo("CLOSED");
        connection = new Connection(department.url(), "wms-1", null, true);
        pause(700);
        assertThat(http.call(ship("k"))).isInstanceOf(Answer.Done.class);
        assertThat(http.call(ship("k"))).isInstanceOf(Answer.Done.class);
        assertThat(http.circuit("north", Department.WAREHOUSE)).isEqualTo("CLOSED");
    }

    @Test
    void oneSlowDepartmentDoesNotTakeAllHands() throws InterruptedException {
        var inside = new CountDownLatch(2);
        var go = new CountDownLatch(1);
        department.instead.put("warehouse.ship", r -> {
            inside.countDown();
            await(go);
            return DONE;
        });
        var calls = Executors.newCachedThreadPool();
        var first = calls.submit(() -> http.call(ship("k-1")));
        var second = calls.submit(() -> http.call(ship("k-2")));
        inside.await();
        assertThatThrownBy(() -> http.call(ship("k-3")))
                .isInstanceOf(HeldBack.class)
                .hasMessageContaining("under way");
        go.countDown();
        assertThat(List.of(first, second)).allSatisfy(f -> assertThat(f.get()).isInstanceOf(Answer.Done.class));
        assertThat(http.call(ship("k-3"))).isInstanceOf(Answer.Done.class);
        calls.shutdownNow();
    }

    private void says(int status, String type, String body) {
        answers("/warehouse.ship", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private void answers(String path, HttpHandler handler) {
        try {
            bad.removeContext(path);
        } catch (IllegalArgumentException none) {
            assertThat(none).isNotNull();
        }
        bad.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        connection = new Connection("http://127.0.0.1:" + bad.getAddress().getPort(), "wms-1", null, true);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
