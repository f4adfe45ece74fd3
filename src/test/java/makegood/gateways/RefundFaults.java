package makegood.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import makegood.Tables;
import makegood.departments.Answer;
import makegood.departments.AskingFor;
import makegood.departments.DepartmentCall;
import makegood.gateways.Vendor.State;
import makegood.gateways.Vendor.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every fault at every vendor, asked as the built-in worker asks; and over all requests one number, one amount. */
abstract class RefundFaults {
    private static final String NUMBER = "RF-20261124-000001-1";
    private static final long AMOUNT = 3_333;
    final Vendor vendor = vendor();
    private final SentRefunds sent =
            new SentRefunds(JdbcClient.create(Tables.of("V95_1__gateways")), Clock.systemUTC());
    private GatewayConnector connector = connector(vendor.url());

    abstract Vendor vendor();

    /** Whether the vendor signs its answers. */
    boolean signs() {
        return true;
    }

    /** Whether a refund may end as closed or abnormal. */
    boolean failsLater() {
        return true;
    }

    private GatewayConnector connector(String url) {
        var settings =
                new GatewaySettings(Duration.ofSeconds(2), Duration.ofSeconds(3), Map.of("one", vendor.account(url)));
        return new GatewayConnector(new GatewayAccounts(settings, true), sent);
    }

    private DepartmentCall call(String topic, String number, long amount) {
        var payload = new HashMap<String, Object>();
        payload.put("refundNumber", number);
        payload.put("paymentNumber", vendor.payment());
        payload.put("amount", amount);
        payload.put("paid", 10_000L);
        payload.put("currency", "CNY");
        payload.put("method", vendor.account("http://x").methods().get(0));
        return new DepartmentCall("r1", topic, number, "north", "AS-1", payload);
    }

    private Answer send() {
        return send(NUMBER, AMOUNT, false);
    }

    private Answer send(String number, long amount, boolean askedBefore) {
        return AskingFor.answer(connector, call("finance.refund", number, amount), askedBefore);
    }

    private Answer ask() {
        return AskingFor.answer(connector, call("finance.query-refund", NUMBER, AMOUNT), false);
    }

    private static String state(Answer answer) {
        return answer instanceof Answer.Done done ? String.valueOf(done.values().get("state")) : answer.toString();
    }

    @AfterEach
    void oneNumberOneAmount() {
        vendor.server.stop();
        var amounts = new HashMap<String, Long>();
        for (var sending : vendor.sendings) {
            assertThat(amounts.putIfAbsent(sending.number(), sending.amount())).isIn(null, sending.amount());
        }
        assertThat(vendor.sendings)
                .filteredOn(s -> s.amount() == AMOUNT)
                .allMatch(s -> s.number().equals(NUMBER));
        assertThat(vendor.books.values().stream()
                        .mapToLong(Vendor.Booked::amount)
                        .sum())
                .isLessThanOrEqualTo(vendor.paid);
    }

    @Test
    void settles() {
        var answer = send();
        assertThat(state(answer)).isIn("SETTLED", "PENDING");
        var settled = (Answer.Done) ask();
        assertThat(settled.values()).containsEntry("state", "SETTLED").containsKey("gatewayReference");
        assertThat(vendor.sendings).hasSize(1);
    }

    @Test
    void whatTheGatewayKnowsAlreadyIsNeverSent() {
        vendor.books.put(NUMBER, new Vendor.Booked(NUMBER, AMOUNT, State.SUCCESS));
        assertThat(state(send())).isEqualTo("SETTLED");
        assertThat(vendor.sendings).isEmpty();
        assertThat(sent.find(NUMBER)).isPresent();
    }

    @Test
    void sameNumberWithAnotherAmountIsForAPerson() {
        vendor.books.put(NUMBER, new Vendor.Booked(NUMBER, 1, State.SUCCESS));
        assertThatThrownBy(this::send).isInstanceOf(IllegalStateException.class).hasMessageContaining(NUMBER);
        assertThat(vendor.sendings).isEmpty();
    }

    @Test
    void noConnectionIsTechnicalAndNothingIsSent() {
        connector = connector("http://127.0.0.1:1");
        assertThatThrownBy(this::send)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the gateway could not be reached");
        connector = connector(vendor.url());
        send(NUMBER, AMOUNT, true);
        assertThat(state(ask())).isEqualTo("SETTLED");
        assertThat(vendor.sendings).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"LATE_AND_NOT_DONE", "BROKEN_AND_NOT_DONE", "ERROR_500", "TOO_MANY"})
    void whatWasNotDoneIsUnknownAndSentAgainUnderItsNumber(Trouble trouble) {
        vendor.sendFaults.add(trouble);
        assertThat(state(send())).isEqualTo("UNKNOWN");
        assertThat(state(ask())).isIn("SETTLED", "PENDING");
        assertThat(state(ask())).isEqualTo("SETTLED");
        assertThat(vendor.sendings).hasSize(2);
        assertThat(vendor.books).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"LATE_BUT_DONE", "BROKEN_BUT_DONE", "NO_JSON", "NOT_SIGNED", "SIGNED_BY_A_STRANGER"})
    void whatWasDoneIsUnknownAndNotSentAgain(Trouble trouble) {
        assumeTrue(signs() || !trouble.name().contains("SIGNED"));
        vendor.sendFaults.add(trouble);
        assertThat(state(send())).isEqualTo("UNKNOWN");
        assertThat(state(ask())).isEqualTo("SETTLED");
        assertThat(vendor.sendings).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"NOT_SIGNED", "SIGNED_BY_A_STRANGER"})
    void aForgedNoIsNoNo(Trouble trouble) {
        assumeTrue(signs());
        vendor.refuseWith = vendor.tooMuch();
        vendor.sendFaults.add(trouble);
        assertThat(state(send())).isEqualTo("UNKNOWN");
        assertThat(sent.find(NUMBER).orElseThrow().told()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"LATE_AND_NOT_DONE", "ERROR_500", "TOO_MANY", "NO_JSON", "SIGNED_BY_A_STRANGER"})
    void withoutAnAnswerToTheQuestionNothingIsSent(Trouble trouble) {
        assumeTrue(signs() || !trouble.name().contains("SIGNED"));
        vendor.queryFaults.add(trouble);
        assertThat(state(send())).isEqualTo("UNKNOWN");
        assertThat(vendor.sendings).isEmpty();
    }

    @Test
    void foreverPendingStaysPending() {
        vendor.next = State.PENDING;
        assertThat(state(send())).isEqualTo("PENDING");
        for (int time = 0; time < 5; time++) {
            assertThat(state(ask())).isEqualTo("PENDING");
        }
        assertThat(vendor.sendings).hasSize(1);
    }

    @Test
    void closedAndAbnormalAreANoOfTheirOwn() {
        assumeTrue(failsLater());
        vendor.next = State.PENDING;
        send();
        vendor.becomes(NUMBER, State.ABNORMAL);
        assertThat(ask()).isEqualTo(new Answer.No("REFUND_ABNORMAL"));
        vendor.becomes(NUMBER, State.CLOSED);
        assertThat(ask()).isEqualTo(new Answer.No("REFUND_CLOSED"));
        assertThat(vendor.sendings).hasSize(1);
    }

    @Test
    void partsStayWithinWhatWasPaid() {
        send("RF-1", 6_000, false);
        send("RF-2", 4_000, false);
        assertThat(vendor.books).hasSize(2);
        assertThat(send("RF-3", 1, false)).isEqualTo(new Answer.No("AMOUNT_EXCEEDS_PAYMENT"));
        assertThat(vendor.sendings).hasSize(2);
    }

    @Test
    void moreThanTheGatewayHasLeftIsANo() {
        vendor.books.put("OTHER-1", new Vendor.Booked("OTHER-1", 9_000, State.SUCCESS));
        assertThat(send()).isEqualTo(new Answer.No("AMOUNT_EXCEEDS_PAYMENT"));
        assertThat(sent.find(NUMBER).orElseThrow().told()).isEqualTo(Told.REFUSED);
    }

    @Test
    void unknownPaymentIsANo() {
        vendor.refuseWith = vendor.noPayment();
        assertThat(send()).isEqualTo(new Answer.No("PAYMENT_UNKNOWN"));
    }

    @Test
    void anEmptyPurseIsTechnicalAndTriedAgainUnderTheNumber() {
        vendor.refuseWith = vendor.tooPoor();
        assertThatThrownBy(this::send).isInstanceOf(IllegalStateException.class).hasMessageContaining(vendor.tooPoor());
        vendor.refuseWith = null;
        send(NUMBER, AMOUNT, true);
        assertThat(state(ask())).isEqualTo("SETTLED");
        assertThat(vendor.books).hasSize(1);
    }

    @Test
    void anUnknownCodeIsNeverANo() {
        vendor.refuseWith = "SOMETHING_NEW";
        assertThatThrownBy(this::send).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theAccountThatSentItAsksForItToo() {
        vendor.next = State.PENDING;
        send();
        var nobody =
                new GatewayAccounts(new GatewaySettings(Duration.ofSeconds(1), Duration.ofSeconds(1), Map.of()), true);
        connector = new GatewayConnector(nobody, sent);
        assertThat(connector.serves(call("finance.query-refund", NUMBER, AMOUNT)))
                .isTrue();
        assertThatThrownBy(this::ask).hasMessageContaining("gateway account one");
        assertThat(connector.serves(call("finance.query-refund", "RF-9", AMOUNT)))
                .isFalse();
    }

    @Test
    void anyOrderOfFaultsPaysOnce() {
        var quick = List.of(
                Trouble.NONE, Trouble.BROKEN_AND_NOT_DONE, Trouble.BROKEN_BUT_DONE, Trouble.ERROR_500, Trouble.NO_JSON);
        for (long seed = 1; seed <= 20; seed++) {
            var chance = new Random(seed);
            vendor.books.clear();
            vendor.sendFaults.clear();
            vendor.queryFaults.clear();
            for (int i = 0; i < 4; i++) {
                vendor.sendFaults.add(quick.get(chance.nextInt(quick.size())));
                vendor.queryFaults.add(quick.get(chance.nextInt(quick.size())));
            }
            var answer = send();
            for (int time = 0; time < 20 && !state(answer).equals("SETTLED"); time++) {
                answer = chance.nextBoolean() ? ask() : send(NUMBER, AMOUNT, true);
            }
            assertThat(state(answer)).as("seed " + seed).isEqualTo("SETTLED");
            assertThat(vendor.books.values()).as("seed " + seed).hasSize(1);
        }
    }

    @Test
    void keysAreNoPartOfAnyText() {
        var account = vendor.account("https://x");
        assertThat(account.toString() + new GatewaySettings(Duration.ZERO, Duration.ZERO, Map.of("one", account)))
                .doesNotContain(account.privateKey())
                .doesNotContain("whsec", "0123456789abcdef");
    }
}
