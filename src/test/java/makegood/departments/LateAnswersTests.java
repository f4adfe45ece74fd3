package makegood.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import makegood.departments.Arrangement.Connection;
import makegood.platform.AppClock;
import makegood.platform.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A warehouse over HTTP that answers later: by webhook, when it is asked, or both, in any order and any number. */
class LateAnswersTests extends Played {
    private static final String SHIP = "warehouse.ship";
    private static final String SECRET = "secret-of-the-warehouse";
    private static final String SHIPPED =
            "{\"answer\":\"DONE\",\"values\":{\"trackingNumber\":\"TN-9\",\"carrier\":\"SF\"}}";
    private ReferenceDepartment department;
    private HttpConnector http;

    @BeforeEach
    void connect() throws IOException {
        department = new ReferenceDepartment(0, "wms-1", SECRET);
        department.instead.put(SHIP, request -> "{\"answer\":\"PENDING\"}");
        http = new HttpConnector(
                bean(Arrangements.class),
                bean(WebhookKeys.class),
                bean(AppClock.class),
                bean(DepartmentSettings.class),
                new Targets(true, Set.of(), InetAddress::getAllByName),
                new Node("test"));
        connection("wms-1", null);
    }

    @AfterEach
    void disconnect() throws IOException {
        department.close();
        http.destroy();
    }

    private void connection(String key, String other) {
        bean(Arrangements.class)
                .change(
                        "north",
                        Department.WAREHOUSE,
                        a -> a.with(new Connection(department.url(), key, other, true)),
                        "test");
    }

    @Test
    void whatStaysOpenIsAskedForInGrowingIntervals() {
        var instance = begins("north");
        work();
        assertThat(row(instance)).containsEntry("REQUEST_STATE", "PENDING");
        pass(Duration.ofMinutes(4));
        work();
        assertThat(department.asked).containsExactly("POST " + SHIP);
        pass(Duration.ofMinutes(2));
        work();
        pass(Duration.ofMinutes(29));
        work();
        assertThat(department.asked).hasSize(2);
        pass(Duration.ofMinutes(2));
        work();
        pass(Duration.ofMinutes(119));
        work();
        assertThat(department.asked).hasSize(3);
        department.decide(SHIP, key(instance), SHIPPED);
        pass(Duration.ofMinutes(2));
        work();
        assertThat(running(instance)).isFalse();
        assertThat(department.asked).containsExactly("POST " + SHIP, "GET " + SHIP, "GET " + SHIP, "GET " + SHIP);
        assertThat(department.worked).hasSize(1);
        assertThat(incident(instance)).isNull();
    }

    @Test
    void theWebhookFirstThenNobodyAsks() throws Exception {
        var instance = begins("north");
        work();
        department.decide(SHIP, key(instance), SHIPPED);
        assertThat(tell("m-1" + instance, key(instance), done("TN-9"))).isTrue();
        assertThat(running(instance)).isFalse();
        pass(Duration.ofMinutes(6));
        work();
        assertThat(department.asked).containsExactly("POST " + SHIP);
        assertThat(SmallEngine.answers).hasSize(1);
    }

    @Test
    void theQuestionFirstThenTheWebhookChangesNothing() throws Exception {
        var instance = begins("north");
        work();
        department.decide(SHIP, key(instance), SHIPPED);
        pass(Duration.ofMinutes(6));
        work();
        assertThat(running(instance)).isFalse();
        assertThat(tell("m-2" + instance, key(instance), done("TN-OTHER"))).isTrue();
        assertThat(tell("m-3" + instance, key(instance), no())).isTrue();
        assertThat(row(instance)).containsEntry("REQUEST_STATE", "DONE").containsEntry("NO_CODE", null);
        assertThat(SmallEngine.answers).containsExactly(Map.of("trackingNumber", "TN-9", "carrier", "SF"));
        assertThat(open()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shuffledAndRepeatedTheFirstAnswerStays(long seed) throws Exception {
        var instance = begins("north");
        work();
        var messages = new ArrayList<List<Object>>();
        for (int i = 0; i < 3; i++) {
            messages.add(List.of("d" + instance, done("TN-9")));
            messages.add(List.of("n" + instance, no()));
            messages.add(List.of("e" + instance, done("TN-8")));
        }
        Collections.shuffle(messages, new Random(seed));
        var seen = new ArrayList<Object>();
        for (var message : messages) {
            boolean first = tell((String) message.get(0), key(instance), cast(message.get(1)));
            assertThat(first).isEqualTo(!seen.contains(message.get(0)));
            seen.add(message.get(0));
        }
        var decided = cast(messages.get(0).get(1));
        assertThat(row(instance)).containsEntry("REQUEST_STATE", decided.get("answer"));
        assertThat(SmallEngine.answers)
                .isEqualTo("DONE".equals(decided.get("answer")) ? List.of(decided.get("values")) : List.of());
        pass(Duration.ofHours(3));
        work();
        assertThat(department.worked).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }

    @Test
    void whileKeysChangeBothAreTakenAndAfterwardsOne() throws Exception {
        bean(Arrangements.class)
                .change(
                        "north",
                        Department.CARRIER,
                        a -> a.with(new Connection("http://127.0.0.1:9", "carrier-1", null, true)),
                        "test");
        try {
            var instance = begins("north");
            work();
            connection("wms-2", "wms-1");
            assertThatThrownBy(() -> tell("carrier-1", "c" + instance, key(instance), done("TN-9")))
                    .as("another department's key")
                    .isInstanceOf(SignatureInvalid.class);
            assertThat(tell("wms-1", "o" + instance, key(instance), done("TN-9")))
                    .isTrue();
            assertThat(tell("wms-2", "p" + instance, key(instance), done("TN-9")))
                    .isTrue();
            connection("wms-2", null);
            assertThat(running(instance)).isFalse();
            assertThatThrownBy(() -> tell("wms-1", "r" + instance, key(instance), done("TN-9")))
                    .as("the old key")
                    .isInstanceOf(SignatureInvalid.class);
            var south = begins("south");
            assertThatThrownBy(() -> tell("wms-2", "q" + south, key(south), done("TN-9")))
                    .as("another store's request")
                    .isInstanceOf(SignatureInvalid.class);
        } finally {
            bean(Arrangements.class).change("north", Department.CARRIER, a -> a.with((Connection) null), "test");
        }
    }

    @Test
    void requestsAreSignedWithTheNewKeyAtOnce() {
        connection("wms-2", "wms-1");
        var instance = begins("north");
        work();
        assertThat(department.worked).isEmpty(); // this department knows the old key only
        assertThat(row(instance).get("TROUBLE").toString()).contains("HTTP 401");
    }

    @Test
    void anAnswerToNothingIsKeptForAManager() throws Exception {
        long before = open();
        assertThat(tell("nothing-1", "NOBODY-ASKED", done("TN-9"))).isTrue();
        assertThat(tell("nothing-1", "NOBODY-ASKED", done("TN-9"))).isFalse();
        assertThat(open()).isEqualTo(before + 1);
        var unmatched = bean(Unmatched.class);
        var entry = unmatched.page(false, 0, 100).items().get((int) before);
        assertThat(entry.reference()).isEqualTo("NOBODY-ASKED");
        assertThat(entry.body()).contains("TN-9");
        assertThat(unmatched
                        .resolve(entry.entryId(), "a parcel of the old shop", "manager")
                        .resolvedBy())
                .isEqualTo("manager");
        assertThat(unmatched.resolve(entry.entryId(), "again", "other").note()).isEqualTo("a parcel of the old shop");
        assertThat(open()).isEqualTo(before);
        assertThat(unmatched.page(true, 0, 100).items())
                .extracting(Unmatched.Entry::entryId)
                .contains(entry.entryId());
        assertThatThrownBy(() -> unmatched.resolve("none", "x", "manager")).isInstanceOf(EntryUnknown.class);
    }

    @Test
    void whoIsHeldBackKeepsItsTriesUntilTheAnswerIsOverdue() {
        department.close();
        var instances = List.of(begins("north"), begins("north"), begins("north"), begins("north"), begins("north"));
        work();
        assertThat(http.circuit("north", Department.WAREHOUSE)).isEqualTo("OPEN");
        var held = begins("north");
        for (int i = 0; i < 5; i++) {
            work();
            pass(Duration.ofSeconds(12));
        }
        assertThat(incident(held)).isNull();
        assertThat(row(held).get("TROUBLE").toString()).contains("was not asked", "keep failing", "暂未询问");
        pass(Duration.ofDays(3));
        for (int i = 0; i < 5; i++) {
            work();
            pass(Duration.ofSeconds(12));
        }
        assertThat(incident(held)).contains("keep failing", SHIP);
        assertThat(instances).allSatisfy(i -> assertThat(running(i)).isTrue());
    }

    private void work() {
        for (var one : bean(RequestWork.class).take(8, NODE)) {
            bean(RequestFinish.class).serve(one, new Asking(new Connectors(List.of(http)), pool, 15_000), NODE);
        }
    }

    private static String key(String instance) {
        return row(instance).get("IDEMPOTENCY_KEY").toString();
    }

    private static long open() {
        return bean(Unmatched.class).page(false, 0, 1).total();
    }

    private static Map<String, Object> done(String tracking) {
        return Map.of("answer", "DONE", "values", Map.of("trackingNumber", tracking, "carrier", "SF"));
    }

    private static Map<String, Object> no() {
        return Map.of("answer", "NO", "code", "STOCK_UNAVAILABLE");
    }

    private static boolean tell(String id, String reference, Map<String, Object> answer) throws Exception {
        return tell("wms-1", id, reference, answer);
    }

    /** False when the message was here before. */
    private static boolean tell(String key, String id, String reference, Map<String, Object> answer) throws Exception {
        var message = new java.util.HashMap<String, Object>(answer);
        message.putAll(Map.of("id", id, "topic", SHIP, "reference", reference));
        var secret = bean(WebhookKeys.class).secret(key);
        var signed = SignedMessage.sign(key, secret, bean(AppClock.class).instant(), Json.write(message));
        return bean(Webhooks.class).receive("warehouse", signed);
    }
}
