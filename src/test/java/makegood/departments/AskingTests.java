package makegood.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingTests {
    private final List<String> asked = new ArrayList<>();
    private final ExecutorService calls = Executors.newCachedThreadPool();
    private Function<DepartmentCall, Answer> whenCalled = c -> new Answer.Done(Map.of("state", "SETTLED"));
    private Function<DepartmentCall, Answer> whenQueried = c -> new Answer.Unknown();

    @AfterEach
    void stop() {
        calls.shutdownNow();
    }

    @Test
    void firstCallAsksNothing() {
        answer("warehouse.ship", false);
        assertThat(asked).containsExactly("call warehouse.ship");
    }

    @Test
    void whatMayHaveBeenSentIsAskedForFirst() {
        whenQueried = c -> new Answer.Done(Map.of("trackingNumber", "SBX1"));
        assertThat(answer("warehouse.ship", true)).isEqualTo(new Answer.Done(Map.of("trackingNumber", "SBX1")));
        assertThat(asked).containsExactly("query warehouse.ship");
    }

    @Test
    void whatTheDepartmentNeverSawIsSentAgain() {
        answer("warehouse.ship", true);
        assertThat(asked).containsExactly("query warehouse.ship", "call warehouse.ship");
    }

    @Test
    void openWorkIsNotSentAgain() {
        whenQueried = c -> new Answer.Pending();
        assertThat(answer("warehouse.ship", true)).isEqualTo(new Answer.Pending());
        assertThat(asked).containsExactly("query warehouse.ship");
    }

    @Test
    void lostAnswerOfRefundIsUnknownAndNotRepeated() {
        whenCalled = c -> {
            throw new AnswerLost("time-out");
        };
        assertThat(answer("finance.refund", false)).isEqualTo(new Answer.Done(Map.of("state", "UNKNOWN")));
        assertThat(asked).containsExactly("query finance.refund", "call finance.refund");
    }

    @Test
    void lateAnswerOfRefundIsUnknown() {
        whenCalled = c -> {
            sleep();
            return new Answer.Done(Map.of("state", "SETTLED"));
        };
        assertThat(answer("finance.refund", false)).isEqualTo(new Answer.Done(Map.of("state", "UNKNOWN")));
    }

    @Test
    void refundIsAskedForBeforeItsFirstSending() {
        whenQueried = c -> new Answer.Done(Map.of("state", "SETTLED"));
        assertThat(answer("finance.refund", false)).isEqualTo(new Answer.Done(Map.of("state", "SETTLED")));
        assertThat(asked).containsExactly("query finance.refund");
    }

    @Test
    void nothingIsSentWhileTheQuestionBeforeItHasNoAnswer() {
        whenQueried = c -> {
            throw new AnswerLost("time-out");
        };
        assertThat(answer("finance.refund", false)).isEqualTo(new Answer.Done(Map.of("state", "UNKNOWN")));
        assertThat(asked).containsExactly("query finance.refund");
    }

    @Test
    void lostAnswerToAQuestionAboutARefundIsUnknown() {
        whenCalled = c -> {
            throw new AnswerLost("time-out");
        };
        assertThat(answer("finance.query-refund", false)).isEqualTo(new Answer.Done(Map.of("state", "UNKNOWN")));
        assertThat(asked).containsExactly("call finance.query-refund");
    }

    @Test
    void lostAnswerOfOtherTopicsIsTechnical() {
        whenCalled = c -> {
            throw new AnswerLost("time-out");
        };
        assertThatThrownBy(() -> answer("warehouse.ship", false)).isInstanceOf(AnswerLost.class);
    }

    @Test
    void openRefundCompletesAsPending() {
        whenCalled = c -> new Answer.Pending();
        assertThat(answer("finance.refund", false)).isEqualTo(new Answer.Done(Map.of("state", "PENDING")));
        assertThat(answer("finance.query-refund", false)).isEqualTo(new Answer.Done(Map.of("state", "PENDING")));
    }

    @Test
    void refundThatCrashedInTheCallIsAskedForByItsNumber() {
        whenQueried = c -> new Answer.Done(Map.of("state", "SETTLED"));
        assertThat(answer("finance.refund", true)).isEqualTo(new Answer.Done(Map.of("state", "SETTLED")));
        assertThat(asked).containsExactly("query finance.refund");
    }

    @Test
    void refundThatNeverReachedTheGatewayIsSentAgainUnderItsNumber() {
        whenCalled = c -> c.topic().equals("finance.query-refund")
                ? new Answer.Unknown()
                : new Answer.Done(Map.of("state", "SETTLED"));
        assertThat(answer("finance.query-refund", false)).isEqualTo(new Answer.Done(Map.of("state", "SETTLED")));
        assertThat(asked).containsExactly("call finance.query-refund", "call finance.refund");
    }

    @Test
    void refusalPassesAsItIs() {
        whenCalled = c -> new Answer.No("ACCOUNT_CLOSED");
        assertThat(answer("finance.refund", false)).isEqualTo(new Answer.No("ACCOUNT_CLOSED"));
    }

    @Test
    void everyNoOfTheGatewayIsOneErrorOfTheModel() {
        assertThat(Topic.FINANCE_REFUND.errorFor("ACCOUNT_CLOSED")).isEqualTo("REFUND_REFUSED");
        assertThat(Topic.FINANCE_PAY_OUT.errorFor("ACCOUNT_CLOSED")).isEqualTo("PAY_OUT_REFUSED");
        assertThat(Topic.WAREHOUSE_SHIP.errorFor("STOCK_UNAVAILABLE")).isEqualTo("STOCK_UNAVAILABLE");
    }

    private Answer answer(String topic, boolean askedBefore) {
        var connector = new Connector() {
            @Override
            public Answer call(DepartmentCall call) {
                assertThat(call.idempotencyKey()).isEqualTo("RF-1");
                asked.add("call " + call.topic());
                return whenCalled.apply(call);
            }

            @Override
            public Answer query(DepartmentCall call) {
                asked.add("query " + call.topic());
                return whenQueried.apply(call);
            }
        };
        var call = new DepartmentCall("r1", topic, "RF-1", "north", "AS-1", Map.of());
        return new Asking(connector, calls, 200).answer(call, askedBefore);
    }

    private static void sleep() {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }
}
