package makegood.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import makegood.departments.Answer;
import makegood.departments.AnswerLost;
import makegood.departments.DepartmentCall;
import makegood.platform.BusinessRefusal;
import org.junit.jupiter.api.Test;

class SandboxConnectorTests {
    private final SandboxTables tables = new SandboxTables();
    private final SandboxTopics topics = new SandboxTopics(tables.sql);
    private final Stock stock = new Stock(tables.sql);
    private final CallLog log = new CallLog(tables.sql, tables.clock);
    private final WorkBook book = new WorkBook(tables.sql);
    private final Departments departments =
            new Departments(new Shelves(stock, tables.sql, tables.clock), null, new Reviews(tables.sql), null);
    private final GatewayLedger ledger = new GatewayLedger(tables.sql, null, tables.clock);
    private final SandboxConnector connector = new SandboxConnector(
            topics, new SandboxDesk(departments, new PaymentGateway(ledger), book, log, tables.clock));
    private final Decisions decisions = new Decisions(log, book, departments, ledger, tables.clock);

    @Test
    void departmentSaysYesAndRemembersIt() {
        var call = ship("r1");
        var first = connector.call(call);
        assertThat(first).isInstanceOf(Answer.Done.class);
        assertThat(connector.call(call)).isEqualTo(first);
        assertThat(connector.query(call)).isEqualTo(first);
        assertThat(effects()).containsExactly(true, false, false);
    }

    @Test
    void whatWasNeverAskedIsUnknown() {
        assertThat(connector.query(ship("r1"))).isEqualTo(new Answer.Unknown());
    }

    @Test
    void ordersAreUsedUpCallByCall() {
        order("REFUSE:STOCK_UNAVAILABLE", "ERROR", "PENDING", "OK");
        assertThat(connector.call(ship("r1"))).isEqualTo(new Answer.No("STOCK_UNAVAILABLE"));
        assertThatThrownBy(() -> connector.call(ship("r2"))).isInstanceOf(IllegalStateException.class);
        assertThat(connector.call(ship("r3"))).isEqualTo(new Answer.Pending());
        assertThat(connector.call(ship("r4"))).isInstanceOf(Answer.Done.class);
        assertThat(connector.call(ship("r5"))).isInstanceOf(Answer.Done.class);
        assertThat(topics.of("warehouse.ship").next()).isEmpty();
    }

    @Test
    void reservedStockIsShippedOnceOrGoesBackToTheShelf() {
        stock.set("north", "SKU-1", new Stock.Shelf(2, 0, 0, 0, 0));
        var piece = List.of(Map.of("sku", "SKU-1", "quantity", 1));
        var kept = (Answer.Done) connector.call(about("warehouse.reserve-stock", "r1", Map.of("lines", piece)));
        var other = (Answer.Done) connector.call(about("warehouse.reserve-stock", "r2", Map.of("lines", piece)));
        assertThat(connector.call(about("warehouse.reserve-stock", "r3", Map.of("lines", piece))))
                .isEqualTo(new Answer.No("STOCK_UNAVAILABLE"));
        connector.call(about("warehouse.release-stock", "r4", kept.values()));
        assertThat(stock.of("north", "SKU-1").sellable()).isEqualTo(1);
        connector.call(about(
                "warehouse.ship", "r5", Map.of("reservation", other.values().get("reservation"), "lines", piece)));
        assertThat(stock.of("north", "SKU-1").sellable()).isEqualTo(1);
    }

    @Test
    void aReservationEndsWithItsTime() {
        stock.set("north", "SKU-1", new Stock.Shelf(1, 0, 0, 0, 0));
        var piece = List.of(Map.of("sku", "SKU-1", "quantity", 1));
        var until = tables.clock.instant().minusSeconds(1).toString();
        connector.call(about("warehouse.reserve-stock", "r1", Map.of("lines", piece, "until", until)));
        assertThat(connector.call(about("warehouse.reserve-stock", "r2", Map.of("lines", piece))))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void claimsCollectionsAndAppealsTakeTheirTime() {
        var claim = about("carrier.file-claim", "r1", Map.of("claimNumber", "CL-1", "amount", 15000));
        assertThat(connector.call(claim)).isEqualTo(new Answer.Pending());
    }

    @Test
    void lostAnswerHasDoneItsWork() {
        topics.set("warehouse.book-returned-goods", new SandboxTopics.Behaviour(List.of("LOSE_ANSWER"), 0, 0, 0));
        var call = books("r1", "RESTOCK", 2);
        assertThatThrownBy(() -> connector.call(call)).isInstanceOf(AnswerLost.class);
        assertThat(connector.query(call)).isEqualTo(new Answer.Done(Map.of("booked", 2)));
        assertThat(connector.call(call)).isEqualTo(new Answer.Done(Map.of("booked", 2)));
        assertThat(stock.of("north", "SKU-1").sellable()).isEqualTo(2);
    }

    @Test
    void goodsGoToTheShelfOfTheirDisposition() {
        stock.set("north", "SKU-1", new Stock.Shelf(10, 0, 0, 0, 0));
        var each = List.of("RESTOCK", "RESTOCK_AS_OPENED", "REFURBISH", "SCRAP", "QUARANTINE", "SEND_BACK");
        each.forEach(disposition -> connector.call(books("r-" + disposition, disposition, 1)));
        assertThat(stock.of("north", "SKU-1")).isEqualTo(new Stock.Shelf(11, 1, 1, 1, 1));
        assertThat(stock.of("south", "SKU-1")).isEqualTo(new Stock.Shelf(0, 0, 0, 0, 0));
    }

    @Test
    void openWorkIsDoneWhenItIsAnswered() throws BusinessRefusal {
        topics.set("warehouse.book-returned-goods", new SandboxTopics.Behaviour(List.of("PENDING"), 0, 0, 0));
        var call = books("r1", "SCRAP", 3);
        connector.call(call);
        assertThat(stock.of("north", "SKU-1").scrap()).isZero();
        var told = decisions.answer("r1", Directive.read("OK").orElseThrow(), Map.of("note", "late"));
        assertThat(told.reference()).isEqualTo("r1");
        assertThat(stock.of("north", "SKU-1").scrap()).isEqualTo(3);
        assertThatThrownBy(() -> decisions.answer("r1", Directive.USUAL, Map.of()))
                .isInstanceOf(RequestNotOpen.class);
        assertThatThrownBy(() -> decisions.answer("r9", Directive.USUAL, Map.of()))
                .isInstanceOf(RequestUnknown.class);
    }

    @Test
    void delayedAnswerIsDueWhenItsTimeHasCome() {
        topics.set("warehouse.ship", new SandboxTopics.Behaviour(List.of(), 3_600, 0, 0));
        assertThat(connector.call(ship("r1"))).isEqualTo(new Answer.Pending());
        assertThat(book.due(tables.clock.instant())).isEmpty();
        assertThat(book.due(tables.clock.instant().plusSeconds(3_601)))
                .extracting(WorkBook.Open::idempotencyKey)
                .containsExactly("r1");
    }

    @Test
    void sameSeedFailsAtTheSameCalls() {
        assertThat(failures(7)).isEqualTo(failures(7)).isNotEqualTo(failures(8));
        assertThat(failures(7).chars().filter(c -> c == 'x').count()).isBetween(5L, 35L);
    }

    @Test
    void onlyOrdersOfTheSandboxAreRead() {
        assertThat(List.of("", "ok", "REFUSE:", "REFUSE:lower", "SLOW:", "SLOW:-1", "SLOW:1000", "OK,OK", "null"))
                .allSatisfy(text -> assertThat(Directive.read(text)).as(text).isEmpty());
        assertThat(Directive.read("SLOW:20")).contains(new Directive(Directive.Kind.SLOW, null, 20));
    }

    private String failures(long seed) {
        topics.set("warehouse.ship", new SandboxTopics.Behaviour(List.of(), 0, 200_000, seed));
        var pattern = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            pattern.append(topics.turn("warehouse.ship").directive().is(Directive.Kind.ERROR) ? 'x' : '.');
        }
        return pattern.toString();
    }

    private List<Boolean> effects() {
        return log.find(null, "AS-1", 0, 50).items().stream()
                .map(CallLog.Entry::effect)
                .toList();
    }

    private void order(String... next) {
        topics.set("warehouse.ship", new SandboxTopics.Behaviour(List.of(next), 0, 0, 0));
    }

    private static DepartmentCall ship(String request) {
        return new DepartmentCall(
                request,
                "warehouse.ship",
                request,
                "north",
                "AS-1",
                Map.of("orderNumber", "O-1", "purpose", "SEND_BACK"));
    }

    private static DepartmentCall about(String topic, String request, Map<String, Object> payload) {
        return new DepartmentCall(request, topic, request, "north", "AS-1", payload);
    }

    private static DepartmentCall books(String request, String disposition, int quantity) {
        var line = Map.of("line", 1, "sku", "SKU-1", "quantity", quantity, "disposition", disposition);
        return new DepartmentCall(
                request, "warehouse.book-returned-goods", request, "north", "AS-1", Map.of("lines", List.of(line)));
    }
}
