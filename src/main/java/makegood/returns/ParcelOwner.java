package makegood.returns;

import java.util.Optional;
import java.util.stream.Stream;
import makegood.cases.Cases;
import makegood.cases.CasesAbout;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.stores.Stores;
import org.springframework.stereotype.Component;

/** Whose a parcel is, in the words of who opened it: an open case, an order without one, or nobody's. */
@Component
class ParcelOwner {
    private final UnknownParcels parcels;
    private final Cases cases;
    private final CasesAbout about;
    private final Orders orders;
    private final Stores stores;

    ParcelOwner(UnknownParcels parcels, Cases cases, CasesAbout about, Orders orders, Stores stores) {
        this.parcels = parcels;
        this.cases = cases;
        this.about = about;
        this.orders = orders;
        this.stores = stores;
    }

    /** CASE, ORDER or NOBODY; exactly one of {@code caseNumber}, {@code orderNumber}, {@code keep}. */
    String named(String parcelNumber, Answers answers) throws BusinessRefusal {
        var caseNumber = answers.text("caseNumber", 32);
        var orderNumber = answers.text("orderNumber", 64);
        boolean keep = answers.flag("keep").orElse(false);
        long given = Stream.of(!caseNumber.isEmpty(), !orderNumber.isEmpty(), keep)
                .filter(yes -> yes)
                .count();
        answers.require(
                given == 1,
                "caseNumber",
                "CHOOSE_ONE",
                "name a case, or an order, or keep the parcel",
                "请填写案件号或订单号，或选择留存，三者选一");
        answers.check();
        if (keep) {
            parcels.held(parcelNumber);
            return "NOBODY";
        }
        if (orderNumber.isEmpty()) {
            ofCase(parcelNumber, caseNumber, answers);
            return "CASE";
        }
        return ofOrder(parcelNumber, orderNumber, answers);
    }

    /** Whether the lead has found its case. */
    boolean found(String parcelNumber, Answers answers) throws BusinessRefusal {
        var decision = answers.required("decision", ParcelDecision.class);
        var caseNumber = answers.text("caseNumber", 32);
        answers.require(
                decision != ParcelDecision.BELONGS_TO_CASE || !caseNumber.isEmpty(),
                "caseNumber",
                "REQUIRED",
                "which case?",
                "请填写案件号");
        answers.check();
        if (decision == ParcelDecision.KEEP) {
            parcels.kept(parcelNumber);
            return false;
        }
        ofCase(parcelNumber, caseNumber, answers);
        return true;
    }

    private void ofCase(String parcelNumber, String caseNumber, Answers answers) throws BusinessRefusal {
        boolean open = false;
        try {
            open = cases.visible(caseNumber).closedAt() == null || cases.goodsOutstanding(caseNumber);
            answers.require(
                    open,
                    "caseNumber",
                    "CASE_CLOSED",
                    "this case is closed; give the order number, and a new case is opened",
                    "该案件已结案；请填写订单号，另立新案");
        } catch (BusinessRefusal unknown) {
            answers.wrong("caseNumber", "CASE_UNKNOWN", "there is no such case", "没有这个案件");
        }
        answers.check();
        parcels.belongsToCase(parcelNumber, caseNumber);
    }

    /** An exchange that has ended and never got the old goods takes them, else a case is opened. */
    private String ofOrder(String parcelNumber, String orderNumber, Answers answers) throws BusinessRefusal {
        var order = order(parcels.get(parcelNumber).store(), orderNumber);
        answers.require(order.isPresent(), "orderNumber", "ORDER_UNKNOWN", "there is no such order", "没有这个订单");
        answers.check();
        var sold = order.orElseThrow();
        about.lines(sold.store(), java.util.List.of(orderNumber)).stream()
                .filter(line -> line.openCase() != null)
                .findFirst()
                .ifPresent(line -> answers.wrong(
                        "orderNumber",
                        "ORDER_HAS_OPEN_CASE",
                        "the order has an open case: " + line.openCase(),
                        "该订单已有在办案件：" + line.openCase()));
        answers.check();
        var awaiting = about.goodsOutstanding(sold.store(), orderNumber);
        if (awaiting.isPresent()) {
            parcels.belongsToCase(parcelNumber, awaiting.get());
            return "CASE";
        }
        answers.require(
                sold.lines().stream().anyMatch(l -> l.quantity() > l.returnedQuantity()),
                "orderNumber",
                "NOTHING_LEFT",
                "everything of this order is back already",
                "该订单的商品已全部退回");
        answers.check();
        parcels.belongsToOrder(parcelNumber, sold.store(), orderNumber);
        return "ORDER";
    }

    /** The parcel's own store first; a warehouse serves several. */
    private Optional<Order> order(String store, String orderNumber) {
        return Stream.concat(Stream.of(store), stores.names().stream())
                .distinct()
                .filter(Caller.current()::serves)
                .flatMap(s -> orders.find(s, orderNumber).stream())
                .findFirst();
    }
}
