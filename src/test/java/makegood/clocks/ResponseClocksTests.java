package makegood.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makegood.MovableClock;
import makegood.Tables;
import makegood.platform.Decisions;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How long a customer waits for an answer, by the real table service-clocks: a chat goes on over lunch, e-mail does not. */
class ResponseClocksTests {
    private static final String CASE = "AS-20260302-000055";

    private final MovableClock clock = new MovableClock(at("12:10"));
    private final List<Object> told = new ArrayList<>();
    private Clocks clocks;
    private ResponseClocks responses;
    private ClockSweep sweep;

    /** The table of the house on the DMN engine alone. */
    private static final class OfTheHouse extends Decisions {
        private final DmnEngine engine = new DefaultDmnEngineConfiguration().buildEngine();
        private final DmnDecision table = engine.parseDecision(
                "service-clocks",
                Dmn.readModelFromStream(
                        ResponseClocksTests.class.getResourceAsStream("/processes/service-clocks.dmn")));

        @Override
        public Map<String, Object> evaluate(String decision, Map<String, Object> facts) {
            return engine.evaluateDecision(table, Variables.createVariables().putValue("facts", facts))
                    .getSingleResult()
                    .getEntryMap();
        }
    }

    @BeforeEach
    void build() {
        var source = Tables.of("V40__clocks", "V103__clocks_that_repeat");
        var db = JdbcClient.create(source);
        var rows = new ClockRows(db);
        var calendars = new Calendars(store -> StoreHours.DEFAULT, new Holidays());
        var limits = new ServiceLimits(new OfTheHouse(), calendars);
        clocks = new Clocks(rows, new ClockPauses(rows, calendars, db, clock), limits, clock);
        responses = new ResponseClocks(rows, limits, clock);
        sweep = new ClockSweep(
                rows, calendars, clock, new TransactionTemplate(new JdbcTransactionManager(source)), told::add);
    }

    @Test
    void aChatIsDueThroughLunch() {
        responses.opened(customer("CHAT"));
        assertThat(limits())
                .containsExactlyInAnyOrder(
                        "FIRST_RESPONSE " + at("12:12"), "UNANSWERED_1 " + at("12:40"), "UNANSWERED_2 " + at("14:10"));
        assertThat(clocks.of(CASE)).extracting(ClockView::team).containsOnly("after-sales");
    }

    @Test
    void anEmailIsDueInFourWorkingHours() {
        responses.opened(customer("EMAIL"));
        assertThat(limits()).containsExactly("FIRST_RESPONSE " + at("17:00")); // from 13:00
    }

    @Test
    void eachLimitIsMissedOnceAndTheLastIsToldAgain() {
        responses.opened(customer("CHAT"));
        clock.set(at("12:44"));
        sweep.sweep();
        sweep.sweep();
        assertThat(missed()).containsExactly("FIRST_RESPONSE", "UNANSWERED_1");
        clock.set(at("14:10"));
        sweep.sweep();
        clock.set(at("16:09"));
        sweep.sweep();
        assertThat(missed()).containsExactly("FIRST_RESPONSE", "UNANSWERED_1", "UNANSWERED_2");
        assertThat(toldAgain()).isEmpty();
        clock.set(at("16:10"));
        sweep.sweep();
        sweep.sweep();
        assertThat(toldAgain()).hasSize(1);
        assertThat(toldAgain().get(0).missedAt()).isEqualTo(at("14:10"));
    }

    @Test
    void aNightOfStandstillIsToldOnce() {
        responses.opened(customer("CHAT"));
        clock.set(at("14:10").plus(Duration.ofHours(13)));
        sweep.sweep();
        sweep.sweep();
        assertThat(missed()).containsOnlyOnce("UNANSWERED_2");
        assertThat(toldAgain()).isEmpty();
        clock.advance(Duration.ofHours(1)); // seven periods after the miss
        sweep.sweep();
        clock.advance(Duration.ofHours(9));
        sweep.sweep();
        sweep.sweep();
        assertThat(toldAgain()).hasSize(2);
    }

    @Test
    void anAnswerEndsAllAndWhatNoSweepSawIsTheOwners() {
        responses.opened(customer("CHAT"));
        clock.set(at("12:44"));
        responses.answered(CASE, "xiaoyu");
        clock.set(at("20:00"));
        sweep.sweep();
        assertThat(told).isEmpty();
        assertThat(clocks.of(CASE)).extracting(ClockView::endedAt).containsOnly(at("12:44"));
        assertThat(clocks.of(CASE).stream()
                        .filter(c -> c.breachedAt() != null)
                        .map(c -> c.stage() + " " + c.owner() + " " + c.breachedAt()))
                .containsExactlyInAnyOrder(
                        "FIRST_RESPONSE xiaoyu " + at("12:12"), "UNANSWERED_1 xiaoyu " + at("12:40"));
    }

    @Test
    void whoMissedItIsNotRewrittenByTheAnswer() {
        responses.opened(customer("CHAT"));
        clock.set(at("12:12"));
        sweep.sweep();
        var first = (ClockBreached) told.get(told.size() - 1);
        responses.missedBy(first.clockId(), "aning");
        responses.answered(CASE, "xiaoyu");
        assertThat(ofStage("FIRST_RESPONSE").owner()).isEqualTo("aning");
    }

    @Test
    void theOldestUnansweredMessageCounts() {
        responses.opened(customer("CHAT"));
        clock.set(at("12:20"));
        responses.wrote(customer("CHAT"));
        responses.wrote(customer("EMAIL"));
        assertThat(clocks.of(CASE)).hasSize(3);
        responses.answered(CASE, null);
        responses.wrote(customer("CHAT"));
        clock.set(at("12:22"));
        responses.wrote(customer("CHAT"));
        assertThat(running())
                .containsExactlyInAnyOrder(
                        "NEXT_RESPONSE " + at("12:25"), "UNANSWERED_1 " + at("12:50"), "UNANSWERED_2 " + at("14:20"));
    }

    @Test
    void aChatBesideAnUnansweredEmailHasItsOwnLimits() {
        responses.opened(customer("EMAIL"));
        responses.wrote(customer("CHAT"));
        assertThat(running()).hasSize(4).contains("FIRST_RESPONSE " + at("17:00"), "NEXT_RESPONSE " + at("12:15"));
    }

    @Test
    void anEmailAfterTheChatWasAnsweredHasFourWorkingHours() {
        responses.opened(customer("CHAT"));
        responses.answered(CASE, null);
        clock.set(at("14:00"));
        responses.wrote(customer("EMAIL"));
        assertThat(running()).containsExactly("FIRST_RESPONSE " + at("18:00"));
    }

    @Test
    void waitingForTheCustomerDoesNotStopAChat() {
        responses.opened(customer("CHAT"));
        clocks.pause(CASE, "EVIDENCE");
        assertThat(clocks.of(CASE)).extracting(ClockView::pausedSince).containsOnlyNulls();
        responses.answered(CASE, null);
        clock.set(at("12:20"));
        responses.wrote(customer("CHAT"));
        clocks.pause(CASE, "EVIDENCE");
        clock.set(at("12:25"));
        sweep.sweep();
        assertThat(missed()).containsExactly("NEXT_RESPONSE");
    }

    @Test
    void anEmailThatComesInAPauseRuns() {
        responses.opened(customer("EMAIL"));
        responses.answered(CASE, null);
        clocks.pause(CASE, "EVIDENCE");
        responses.wrote(customer("EMAIL"));
        clocks.pause(CASE, "EVIDENCE"); // reminded
        assertThat(running()).containsExactly("FIRST_RESPONSE " + at("17:00"));
        assertThat(clocks.of(CASE)).extracting(ClockView::pausedSince).containsOnlyNulls();
    }

    private static ResponseClocks.Waiting customer(String channel) {
        return new ResponseClocks.Waiting(CASE, "north", null, "after-sales", channel, "P3");
    }

    private List<String> missed() {
        return told.stream()
                .filter(ClockBreached.class::isInstance)
                .map(event -> ((ClockBreached) event).stage())
                .toList();
    }

    private List<ClockStillMissed> toldAgain() {
        return told.stream()
                .filter(ClockStillMissed.class::isInstance)
                .map(ClockStillMissed.class::cast)
                .toList();
    }

    private List<String> limits() {
        return clocks.of(CASE).stream().map(c -> c.stage() + " " + c.dueAt()).toList();
    }

    private List<String> running() {
        return clocks.of(CASE).stream()
                .filter(c -> c.endedAt() == null)
                .map(c -> c.stage() + " " + c.dueAt())
                .toList();
    }

    private ClockView ofStage(String stage) {
        return clocks.of(CASE).stream()
                .filter(c -> c.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String time) {
        return LocalDateTime.parse("2026-03-02T" + time) // a Monday
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }
}
