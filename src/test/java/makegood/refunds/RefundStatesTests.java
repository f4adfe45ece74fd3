package makegood.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The legal paths of a refund and of a pay-out, and no others. */
class RefundStatesTests {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static Refund refund(RefundState... path) {
        var refund = new Refund();
        refund.refundNumber = "RF-1";
        for (var state : path) {
            refund.becomes(state, "TEST", NOW);
        }
        return refund;
    }

    /** One way to each state. */
    private static final Map<RefundState, RefundState[]> WAYS = new EnumMap<>(Map.of(
            RefundState.RESERVED, way(),
            RefundState.REFUSED, way(RefundState.REFUSED),
            RefundState.CANCELLED, way(RefundState.CANCELLED),
            RefundState.APPROVED, way(RefundState.APPROVED),
            RefundState.SENT, way(RefundState.APPROVED, RefundState.SENT),
            RefundState.UNKNOWN, way(RefundState.APPROVED, RefundState.SENT, RefundState.UNKNOWN),
            RefundState.SETTLED, way(RefundState.APPROVED, RefundState.SENT, RefundState.SETTLED),
            RefundState.FAILED_FINAL, way(RefundState.APPROVED, RefundState.SENT, RefundState.FAILED_FINAL),
            RefundState.PAID_OUT,
                    way(RefundState.APPROVED, RefundState.SENT, RefundState.FAILED_FINAL, RefundState.PAID_OUT),
            RefundState.REVERSED,
                    way(RefundState.APPROVED, RefundState.SENT, RefundState.SETTLED, RefundState.REVERSED)));

    private static RefundState[] way(RefundState... after) {
        var way = new ArrayList<>(List.of(RefundState.RESERVED));
        way.addAll(List.of(after));
        return way.toArray(RefundState[]::new);
    }

    @Test
    void aRefundGoesTheDrawnWaysOnly() {
        var gone = new ArrayList<String>();
        for (var from : RefundState.values()) {
            for (var to : RefundState.values()) {
                var refund = refund(WAYS.get(from));
                try {
                    refund.becomes(to, "TEST", NOW);
                    gone.add(from + " " + to);
                } catch (IllegalStateException refused) {
                    assertThat(refund.state()).as("%s to %s", from, to).isEqualTo(from);
                }
            }
        }
        assertThat(gone)
                .containsExactlyInAnyOrder(
                        "RESERVED REFUSED",
                        "RESERVED CANCELLED",
                        "RESERVED APPROVED",
                        "APPROVED CANCELLED",
                        "APPROVED SENT",
                        "SENT SETTLED",
                        "SENT UNKNOWN",
                        "SENT FAILED_FINAL",
                        "UNKNOWN SENT",
                        "UNKNOWN SETTLED",
                        "UNKNOWN FAILED_FINAL",
                        "SETTLED REVERSED",
                        "FAILED_FINAL PAID_OUT",
                        "REVERSED PAID_OUT");
    }

    @Test
    void aRefundBeginsReserved() {
        assertThat(Arrays.stream(RefundState.values()).filter(s -> s != RefundState.RESERVED))
                .allSatisfy(s -> assertThatThrownBy(() -> refund(s)).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void whatFinanceHasClosedIsNeitherPaidNorClosedAgain() {
        var refund = refund(WAYS.get(RefundState.REVERSED));
        refund.close("GAVE_UP", NOW);
        assertThatThrownBy(() -> refund.becomes(RefundState.PAID_OUT, "TEST", NOW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> refund.close("GAVE_UP", NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> refund(WAYS.get(RefundState.SETTLED)).close("GAVE_UP", NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPayOutIsPreparedThenConfirmedThenPaid() {
        var payOut = new PayOut();
        payOut.refund = refund(WAYS.get(RefundState.FAILED_FINAL));
        assertThatThrownBy(() -> payOut.becomes(PayOutState.CONFIRMED, "TEST", NOW))
                .isInstanceOf(IllegalStateException.class);
        payOut.becomes(PayOutState.PREPARED, "TEST", NOW);
        assertThatThrownBy(() -> payOut.becomes(PayOutState.PAID, "TEST", NOW))
                .isInstanceOf(IllegalStateException.class);
        payOut.becomes(PayOutState.CONFIRMED, "TEST", NOW);
        assertThatThrownBy(() -> payOut.becomes(PayOutState.RETURNED, "TEST", NOW))
                .isInstanceOf(IllegalStateException.class);
        payOut.becomes(PayOutState.PAID, "TEST", NOW);
        assertThatThrownBy(() -> payOut.becomes(PayOutState.FAILED, "TEST", NOW))
                .isInstanceOf(IllegalStateException.class);
    }
}
