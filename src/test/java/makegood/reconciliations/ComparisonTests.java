package makegood.reconciliations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makegood.ledger.Moved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three accounts of one refund of 168.00, to the fen. */
class ComparisonTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private final List<StatementLine> lines = new ArrayList<>();

    private static Moved ours(Moved.State state, long amount) {
        return new Moved(Moved.Kind.REFUND, "RF-1", "AS-1", "O-1", "P1", amount, "CNY", state, NOON);
    }

    private ComparisonTests gateway(String state, long amount, String reference) {
        return line(StatementLine.Source.GATEWAY, state, amount, reference, "P1", "CNY");
    }

    private ComparisonTests notice(String state, long amount, String reference) {
        return line(StatementLine.Source.SETTLEMENT, state, amount, reference, null, "CNY");
    }

    private ComparisonTests line(
            StatementLine.Source source, String state, long amount, String reference, String payment, String currency) {
        lines.add(new StatementLine(
                source,
                Moved.Kind.REFUND,
                "RF-1",
                payment,
                amount,
                currency,
                StatementLine.State.valueOf(state),
                reference,
                NOON.plusSeconds(lines.size())));
        return this;
    }

    /** As {@code "KIND ours theirs correction"}, or "same". */
    private String with(Moved ours) {
        return Comparison.of(ours, lines)
                .map(f -> f.kind() + " " + f.ours() + " " + f.theirs() + " " + f.correction())
                .orElse("same");
    }

    @ParameterizedTest
    @CsvSource({
        "DONE, SETTLED, same",
        "UNDER_WAY, PENDING, same",
        "NOT_DONE, REFUSED, same",
        "TAKEN_BACK, REVERSED, same",
        "DONE_OTHERWISE, REFUSED, same",
        "DONE_OTHERWISE, REVERSED, same",
        "DONE, REVERSED, STATE_DIFFERS 16800 16800 -16800",
        "DONE, REFUSED, STATE_DIFFERS 16800 16800 -16800",
        "DONE, PENDING, STATE_DIFFERS 16800 16800 -16800",
        "UNDER_WAY, SETTLED, STATE_DIFFERS 16800 16800 16800",
        "NOT_DONE, SETTLED, STATE_DIFFERS 16800 16800 16800",
        "NOT_SENT, SETTLED, STATE_DIFFERS 16800 16800 16800",
        "DONE_OTHERWISE, SETTLED, STATE_DIFFERS 16800 16800 16800",
        "TAKEN_BACK, SETTLED, STATE_DIFFERS 16800 16800 16800"
    })
    void statesAreComparedByWhatTheyMean(Moved.State ours, String theirs, String expected) {
        assertThat(gateway(theirs, 16800, "GW-1").with(ours(ours, 16800))).isEqualTo(expected);
    }

    @Test
    void oneFenIsADifference() {
        gateway("SETTLED", 16801, "GW-1");
        assertThat(with(ours(Moved.State.DONE, 16800))).isEqualTo("AMOUNT_DIFFERS 16800 16801 1");
        assertThat(with(ours(Moved.State.DONE, 16802))).isEqualTo("AMOUNT_DIFFERS 16802 16801 -1");
    }

    @Test
    void anotherPaymentIsADifferenceWithoutASum() {
        line(StatementLine.Source.GATEWAY, "SETTLED", 16800, "GW-1", "P2", "CNY");
        assertThat(with(ours(Moved.State.DONE, 16800))).isEqualTo("AMOUNT_DIFFERS 16800 16800 0");
    }

    @Test
    void anotherCurrencyCannotBeSubtracted() {
        line(StatementLine.Source.GATEWAY, "SETTLED", 2400, "GW-1", "P1", "USD");
        assertThat(with(ours(Moved.State.DONE, 16800))).isEqualTo("AMOUNT_DIFFERS 16800 2400 0");
    }

    @Test
    void whatTheGatewayDidTwiceCostsOnceMore() {
        gateway("SETTLED", 16800, "GW-1").gateway("SETTLED", 16800, "GW-2");
        assertThat(with(ours(Moved.State.DONE, 16800))).isEqualTo("TWICE 16800 33600 16800");
    }

    @Test
    void aLineThatGoesOnIsOneExecution() {
        gateway("PENDING", 16800, "GW-1").gateway("SETTLED", 16800, "GW-1");
        assertThat(with(ours(Moved.State.DONE, 16800))).isEqualTo("same");
    }

    @Test
    void aRefusedTryBesideTheOneThatCountsIsNone() {
        gateway("SETTLED", 16800, "GW-2").gateway("REFUSED", 16800, "GW-1");
        assertThat(with(ours(Moved.State.DONE, 16800))).isEqualTo("same");
    }

    @Test
    void whatWeDoNotKnowIsMissingWithUsUnlessNothingMoved() {
        gateway("REFUSED", 16800, "GW-1");
        assertThat(with(null)).isEqualTo("same");
        gateway("SETTLED", 16800, "GW-2");
        assertThat(with(null)).isEqualTo("MISSING_WITH_US 0 33600 16800");
    }

    @Test
    void theAccountIsTheThirdWitness() {
        gateway("SETTLED", 16800, "GW-1").notice("SETTLED", 16800, "ST-1");
        assertThat(with(ours(Moved.State.DONE, 16800))).isEqualTo("same");
        notice("REVERSED", 16800, "ST-1");
        assertThat(with(ours(Moved.State.DONE, 16800))).isEqualTo("SETTLEMENT_DIFFERS 16800 16800 -16800");
    }

    @Test
    void aNoticeOfAnotherSumIsFoundWhenGatewayAndWeAgree() {
        gateway("SETTLED", 16800, "GW-1").notice("SETTLED", 16790, "ST-1");
        assertThat(with(ours(Moved.State.DONE, 16800))).isEqualTo("SETTLEMENT_DIFFERS 16800 16790 -10");
    }

    @Test
    void aNoticeAloneForAnUnknownNumberIsMissingWithUs() {
        notice("SETTLED", 500, "ST-1");
        assertThat(with(null)).isEqualTo("MISSING_WITH_US 0 500 500");
    }

    @Test
    void moneyThatComesInIsBookedTheOtherWay() {
        var charge = new Moved(Moved.Kind.CHARGE, "CO-1", "AS-1", "O-1", null, 45900, null, Moved.State.DONE, NOON);
        assertThat(Comparison.missing(charge).correction()).isEqualTo(45900);
        lines.add(new StatementLine(
                StatementLine.Source.GATEWAY,
                Moved.Kind.CHARGE,
                "CO-1",
                null,
                46000,
                "CNY",
                StatementLine.State.SETTLED,
                "GW-9",
                NOON));
        assertThat(with(charge)).isEqualTo("AMOUNT_DIFFERS 45900 46000 -100");
    }
}
