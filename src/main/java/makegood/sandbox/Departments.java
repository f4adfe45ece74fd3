package makegood.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import makegood.departments.Answer;
import makegood.departments.DepartmentCall;
import makegood.departments.Topic;
import makegood.orders.Scans;
import org.springframework.stereotype.Component;

/** What the simulated departments do when they do it: warehouse, carrier, marketplace, messages, pay-outs. */
@Component
@InSandbox
class Departments {
    private static final String CARRIER = "SF";
    private final Shelves shelves;
    private final Scans scans;
    private final Reviews reviews;
    private final Statement statement;

    Departments(Shelves shelves, Scans scans, Reviews reviews, Statement statement) {
        this.statement = statement;
        this.shelves = shelves;
        this.scans = scans;
        this.reviews = reviews;
    }

    /** What takes another's days or decision stays open until somebody answers it: claims, collections, appeals. */
    static boolean takesTime(String topic) {
        return switch (Topic.find(topic).orElseThrow()) {
            case CARRIER_FILE_CLAIM, FINANCE_COLLECT, MARKETPLACE_APPEAL_REVIEW -> true;
            default -> false;
        };
    }

    Answer perform(DepartmentCall call) {
        return switch (Topic.find(call.topic()).orElseThrow()) {
            case WAREHOUSE_CHECK_STOCK -> shelves.check(call);
            case WAREHOUSE_RESERVE_STOCK -> shelves.reserve(call);
            case WAREHOUSE_RELEASE_STOCK -> shelves.release(call);
            case WAREHOUSE_AUTHORISE_RETURN -> authorise(call);
            case WAREHOUSE_REVOKE_RETURN -> done("revoked", true);
            case WAREHOUSE_SHIP ->
                shelves.ship(call)
                        ? new Answer.Done(Map.of("trackingNumber", number("SBX", call), "carrier", CARRIER))
                        : new Answer.No("STOCK_UNAVAILABLE");
            case WAREHOUSE_BOOK_RETURNED_GOODS -> shelves.book(call);
            case CARRIER_TRACE -> trace(call);
            case CARRIER_BOOK_PICKUP ->
                new Answer.Done(Map.of(
                        "pickupNumber", number("PU", call), "trackingNumber", number("SBX", call), "carrier", CARRIER));
            case CARRIER_FILE_CLAIM ->
                new Answer.Done(Map.of(
                        "state",
                        "PAID",
                        "amount",
                        Values.number(call.payload(), "amount"),
                        "reference",
                        number("CL", call)));
            case FINANCE_PAY_OUT -> payOut(call);
            case FINANCE_ISSUE_COUPON -> new Answer.Done(Map.of("couponCode", number("CP", call)));
            case FINANCE_COLLECT -> new Answer.Done(Map.of("state", "PAID", "paymentReference", number("CO", call)));
            case FINANCE_LIST_SETTLEMENTS -> new Answer.Done(statement.page(call));
            case FINANCE_BOOK_CLAIM -> done("booked", true);
            case PRODUCT_REPORT_DEFECT -> done("report", number("PD", call));
            case MARKETPLACE_AGREE -> done("agreed", true);
            case MARKETPLACE_REFUSE -> done("refused", true);
            case MARKETPLACE_READ_DEADLINE -> new Answer.Done(Map.of()); // it names none unless it is told to
            case MARKETPLACE_SUBMIT_EVIDENCE -> done("submitted", true);
            case MARKETPLACE_REPLY_TO_REVIEW -> done("published", true);
            case MARKETPLACE_APPEAL_REVIEW -> done("result", "REMOVED");
            case MARKETPLACE_LIST_REVIEWS ->
                done(
                        "reviews",
                        reviews.since(
                                call.store(),
                                Values.text(call.payload(), "since"),
                                Values.number(call.payload(), "size")));
            case NOTIFICATION_SEND -> done("sent", true);
            case FINANCE_REFUND, FINANCE_QUERY_REFUND -> throw new IllegalArgumentException("the gateway does this");
        };
    }

    private static Answer done(String name, Object value) {
        return new Answer.Done(Map.of(name, value));
    }

    private static Answer authorise(DepartmentCall call) {
        var values = new LinkedHashMap<String, Object>();
        values.put("rma", number("RMA", call));
        var address = Values.text(call.payload(), "returnAddress");
        values.put("returnAddress", address.isBlank() ? "Demo Returns, 1 Example Road 示例路1号 退货组" : address);
        if (Values.text(call.payload(), "returnFreight").startsWith("SELLER")) { // who pays sends a label
            values.put("carrier", CARRIER);
            values.put("labelNumber", number("LB", call));
        }
        return new Answer.Done(values);
    }

    private Answer trace(DepartmentCall call) {
        var tracking = Values.text(call.payload(), "trackingNumber");
        var seen = scans.of(tracking).stream()
                .map(s -> Map.of("kind", s.kind().name(), "at", s.at().toString()))
                .toList();
        return new Answer.Done(Map.of("trackingNumber", tracking, "scans", List.copyOf(seen)));
    }

    private static Answer payOut(DepartmentCall call) {
        if (Values.number(call.payload(), "amount") <= 0) {
            return new Answer.No("AMOUNT_NOT_POSITIVE");
        }
        return new Answer.Done(Map.of("state", "SETTLED", "reference", number("PO", call)));
    }

    /** The same for the same request, whenever it is asked. */
    static String number(String prefix, DepartmentCall call) {
        var bits = UUID.nameUUIDFromBytes(call.idempotencyKey().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .getMostSignificantBits();
        return prefix + String.format("%010d", Math.floorMod(bits, 10_000_000_000L));
    }
}
