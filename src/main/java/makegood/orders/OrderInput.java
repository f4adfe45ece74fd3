package makegood.orders;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import makegood.platform.Body;
import makegood.platform.InvalidInput;
import makegood.platform.Text;
import makegood.stores.Jurisdiction;
import makegood.stores.StoreSettings;

/** Reads an order from JSON. Sums are not checked: a customer charged twice is a case, not a mistake of the import. */
class OrderInput {
    static final int MOST = 200;

    private final String store;
    private final String orderNumber;
    private final StoreSettings settings;
    private final Instant now;
    private final Body body;

    OrderInput(String store, String orderNumber, StoreSettings settings, Instant now, Body body) {
        this.store = store;
        this.orderNumber = orderNumber;
        this.settings = settings;
        this.now = now;
        this.body = body;
    }

    ImportedOrder read() throws InvalidInput {
        var placed = body.instant("placedAt");
        var placedAt = placed == null ? now : placed;
        var lines = lines();
        var numbers = lines.stream().map(Line::line).collect(Collectors.toSet());
        var payments = each("payments", p -> PartInput.payment(p, placedAt), "paymentNumber", Payment::paymentNumber);
        var parcels = each("parcels", p -> PartInput.parcel(p, numbers), "trackingNumber", Parcel::trackingNumber);
        var remarks = body.list("remarks", MOST).stream()
                .map(r -> PartInput.remark(r, now))
                .toList();
        var benefits = each("benefits", PartInput::benefit, "reference", Benefits.Used::reference);
        var told = body.code("state", OrderState.class);
        var customer = body.object("customer");
        var order = order(placedAt, told, customer, lines, payments, parcels);
        var person =
                new PersonalData(customer.text("name", 100), customer.text("phone", 30), customer.text("address", 500));
        customer.refuseUnknown();
        body.refuseUnknown();
        body.check();
        return new ImportedOrder(order, told, person, remarks, benefits);
    }

    private Order order(
            Instant placedAt,
            OrderState told,
            Body customer,
            List<Line> lines,
            List<Payment> payments,
            List<Parcel> parcels) {
        var codDue = or(body.amount("codDue"), 0);
        return new Order(
                store,
                orderNumber,
                told == null ? OrderState.of(payments, codDue, parcels) : told,
                customer(customer),
                country(),
                placedAt,
                currency(),
                or(body.amount("freightPaid"), 0),
                0,
                0,
                codDue,
                flag(body, "informedOfCost"),
                flag(body, "freeReturn"),
                flag(body, "freightInsured"),
                lines,
                payments,
                parcels);
    }

    private List<Line> lines() {
        var number = new int[1];
        var lines = each("lines", line -> LineInput.read(line, ++number[0]), "line", Line::line);
        if (lines.isEmpty()) {
            body.wrong("lines", "REQUIRED", new Text("at least one line", "至少一行商品"));
        }
        return lines;
    }

    private String country() {
        var country = body.parsed(
                "country", "NOT_A_COUNTRY", new Text("two letters like CN", "两位字母，如 CN"), text -> letters(text, 2));
        return country != null ? country : settings.jurisdiction() == Jurisdiction.CN ? "CN" : "ZZ";
    }

    private String currency() {
        var currency = body.parsed(
                "currency",
                "NOT_A_CURRENCY",
                new Text("three letters like CNY", "三位字母，如 CNY"),
                text -> letters(text, 3));
        return currency == null ? "CNY" : currency;
    }

    private static String letters(String text, int length) {
        if (!text.matches("[A-Z]{" + length + "}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Customer customer(Body customer) {
        var tier = customer.code("tier", Tier.class);
        return new Customer(customer.text("reference", 100), null, null, tier == null ? Tier.REGULAR : tier);
    }

    private <T> List<T> each(String list, Function<Body, T> read, String keyName, Function<T, Object> key) {
        var seen = new HashSet<Object>();
        return body.list(list, MOST).stream()
                .map(item -> {
                    var value = read.apply(item);
                    if (key.apply(value) != null && !seen.add(key.apply(value))) {
                        item.wrong(keyName, "TWICE", new Text("stands here twice", "重复"));
                    }
                    return value;
                })
                .toList();
    }

    static boolean flag(Body body, String name) {
        var flag = body.flag(name);
        return flag != null && flag;
    }

    static long or(Long value, long otherwise) {
        return value == null ? otherwise : value;
    }
}
