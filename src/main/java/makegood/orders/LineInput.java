package makegood.orders;

import makegood.platform.Body;

/** Reads one order line from JSON. */
class LineInput {
    static final int MOST_LINES = 100_000;
    private static final int MOST_PIECES = 100_000;

    private LineInput() {}

    /** @param position the line's number when it names none */
    static Line read(Body line, int position) {
        var number = line.whole("line", 1, MOST_LINES);
        var quantity = line.whole("quantity", 1, MOST_PIECES);
        int pieces = quantity == null ? 1 : quantity.intValue();
        var paid = OrderInput.or(line.required("paid", line.amount("paid")), 0);
        var read = new Line(
                number == null ? position : number.intValue(),
                line.requiredText("sku", 100),
                line.text("product", 200),
                line.text("model", 200),
                pieces,
                paid,
                OrderInput.or(line.amount("listPrice"), paid / pieces),
                OrderInput.flag(line, "durable"),
                OrderInput.flag(line, "madeToOrder"),
                OrderInput.flag(line, "perishable"),
                OrderInput.flag(line, "hygiene"),
                OrderInput.flag(line, "digital"),
                line.instant("exceptionConfirmedAt"),
                OrderInput.flag(line, "noReasonPromised"),
                line.date("warrantyUntil"),
                null,
                line.date("bestBefore"),
                0,
                0,
                0,
                0,
                0,
                0);
        line.refuseUnknown();
        return read;
    }
}
