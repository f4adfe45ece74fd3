package makegood.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import makegood.departments.Answer;
import makegood.departments.DepartmentCall;
import makegood.orders.Orders;
import makegood.platform.BusinessRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentGatewayTests {
    private static final Answer PENDING = new Answer.Pending();
    private final SandboxTables tables = new SandboxTables();
    private PaymentGateway gateway;
    private GatewayLedger ledger;
    private Decisions decisions;

    @BeforeEach
    void books() {
        var orders = mock(Orders.class);
        when(orders.find(anyString(), anyString())).thenReturn(java.util.Optional.empty());
        ledger = new GatewayLedger(tables.sql, orders, tables.clock);
        gateway = new PaymentGateway(ledger);
        var departments = new Departments(null, null, null, null);
        decisions = new Decisions(
                new CallLog(tables.sql, tables.clock), new WorkBook(tables.sql), departments, ledger, tables.clock);
        tables.payment("P1", "ALIPAY", 10_000);
        tables.payment("P2", "COD_CASH", 10_000);
    }

    @Test
    void refundIsSettledAndStandsInTheLedger() {
        assertThat(state(refund("RF-1", "P1", 4_000))).isEqualTo("SETTLED");
        assertThat(ledger.refunds("north", "P1")).singleElement().satisfies(r -> {
            assertThat(r.amount()).isEqualTo(4_000);
            assertThat(r.state()).isEqualTo(RefundState.SETTLED);
        });
    }

    @Test
    void sameNumberPaysOnce() {
        var first = refund("RF-1", "P1", 4_000);
        var second = refund("RF-1", "P1", 4_000);
        assertThat(first.effect()).isTrue();
        assertThat(second.effect()).isFalse();
        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(ledger.refunds("north", "P1")).hasSize(1);
    }

    @Test
    void sameNumberForAnotherSumIsRefused() {
        refund("RF-1", "P1", 4_000);
        assertThat(refund("RF-1", "P1", 5_000).answer()).isEqualTo(new Answer.No("REFUND_NUMBER_REUSED"));
    }

    @Test
    void neverMoreThanWasPaid() {
        refund("RF-1", "P1", 4_000);
        gateway.refund(call("RF-2", "P1", 5_999), true, null);
        assertThat(refund("RF-3", "P1", 2).answer()).isEqualTo(new Answer.No("AMOUNT_EXCEEDS_PAYMENT"));
        assertThat(state(refund("RF-4", "P1", 1))).isEqualTo("SETTLED");
    }

    @Test
    void refusedAndReversedRefundsLeaveTheirMoneyFree() throws BusinessRefusal {
        gateway.refund(call("RF-1", "P1", 10_000), true, null);
        decisions.refund("RF-1", RefundState.REFUSED, null);
        assertThat(state(refund("RF-2", "P1", 10_000))).isEqualTo("SETTLED");
        decisions.refund("RF-2", RefundState.REVERSED, null);
        assertThat(state(refund("RF-3", "P1", 10_000))).isEqualTo("SETTLED");
    }

    @Test
    void cashAtTheDoorHasNoRouteBack() {
        assertThat(refund("RF-1", "P2", 100).answer()).isEqualTo(new Answer.No("NO_ROUTE_BACK"));
    }

    @Test
    void unknownPaymentAndNonsenseSumsAreRefused() {
        assertThat(refund("RF-1", "P9", 100).answer()).isEqualTo(new Answer.No("PAYMENT_UNKNOWN"));
        assertThat(refund("RF-2", "P1", 0).answer()).isEqualTo(new Answer.No("AMOUNT_NOT_POSITIVE"));
        assertThat(refund("RF-3", "P1", -5).answer()).isEqualTo(new Answer.No("AMOUNT_NOT_POSITIVE"));
    }

    @Test
    void orderedRefusalKeepsItsReason() {
        var refused = gateway.refund(call("RF-1", "P1", 100), false, "ACCOUNT_CLOSED");
        assertThat(refused.answer()).isEqualTo(new Answer.No("ACCOUNT_CLOSED"));
        assertThat(refund("RF-1", "P1", 100).answer()).isEqualTo(new Answer.No("ACCOUNT_CLOSED"));
    }

    @Test
    void questionTellsTheTruthAndChangesNothing() {
        assertThat(ask("RF-1", Directive.USUAL)).isEqualTo(new Answer.Unknown());
        gateway.refund(call("RF-1", "P1", 100), true, null);
        assertThat(ask("RF-1", Directive.USUAL)).isEqualTo(PENDING);
        assertThat(ask("RF-1", Directive.USUAL)).isEqualTo(PENDING);
    }

    @Test
    void orderedAnswersToQuestionsSettleOrRefuse() {
        gateway.refund(call("RF-1", "P1", 100), true, null);
        gateway.refund(call("RF-2", "P1", 100), true, null);
        assertThat(ask("RF-1", Directive.read("PENDING").orElseThrow())).isEqualTo(PENDING);
        assertThat(ask("RF-1", Directive.read("OK").orElseThrow())).isInstanceOf(Answer.Done.class);
        assertThat(ask("RF-2", Directive.read("REFUSE:CARD_EXPIRED").orElseThrow()))
                .isEqualTo(new Answer.No("CARD_EXPIRED"));
        assertThat(ledger.refunds("north", "P1"))
                .extracting(GatewayLedger.Refund::state)
                .containsExactlyInAnyOrder(RefundState.SETTLED, RefundState.REFUSED);
    }

    @Test
    void gatewayDecidesOnceAndMayRepeatItself() throws BusinessRefusal {
        gateway.refund(call("RF-1", "P1", 100), true, null);
        decisions.refund("RF-1", RefundState.SETTLED, null);
        decisions.refund("RF-1", RefundState.SETTLED, null);
        assertThatThrownBy(() -> decisions.refund("RF-1", RefundState.REFUSED, null))
                .isInstanceOfSatisfying(
                        RefundDecided.class, r -> assertThat(r.status()).isEqualTo(409));
        decisions.refund("RF-1", RefundState.REVERSED, null);
        assertThatThrownBy(() -> decisions.refund("RF-1", RefundState.SETTLED, null))
                .isInstanceOf(RefundDecided.class);
        assertThatThrownBy(() -> decisions.refund("RF-9", RefundState.SETTLED, null))
                .isInstanceOf(RefundUnknown.class);
    }

    private Reply refund(String number, String payment, long amount) {
        return gateway.refund(call(number, payment, amount), false, null);
    }

    private Answer ask(String number, Directive directive) {
        return gateway.ask(call(number, "P1", 100), directive).answer();
    }

    private static Object state(Reply reply) {
        return ((Answer.Done) reply.answer()).values().get("state");
    }

    private static DepartmentCall call(String number, String payment, long amount) {
        var payload = Map.<String, Object>of(
                "refundNumber", number,
                "orderNumber", "O-1",
                "paymentNumber", payment,
                "amount", amount,
                "currency", "CNY");
        return new DepartmentCall("r-" + number, "finance.refund", number, "north", "AS-1", payload);
    }
}
