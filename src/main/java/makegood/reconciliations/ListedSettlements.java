package makegood.reconciliations;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makegood.ledger.Moved;
import makegood.platform.Answers;

/** Reads what a gateway lists. A line that cannot be read is a fault of the connector: an incident, never a difference. */
final class ListedSettlements {
    private ListedSettlements() {}

    static List<StatementLine> read(Object listed) {
        var lines = new ArrayList<StatementLine>();
        for (var item : listed instanceof List<?> list ? list : List.of()) {
            if (!(item instanceof Map<?, ?> fields)) {
                throw new IllegalStateException("the gateway's statement holds a line that is no object");
            }
            lines.add(line(fields));
        }
        return lines;
    }

    private static StatementLine line(Map<?, ?> fields) {
        try {
            long amount = fields.get("amount") instanceof Number n ? n.longValue() : -1;
            if (amount < 0 || amount > Answers.MAX_AMOUNT) {
                throw new IllegalArgumentException("amount");
            }
            return new StatementLine(
                    StatementLine.Source.valueOf(text(fields, "source", 12)),
                    Moved.Kind.valueOf(text(fields, "kind", 12)),
                    text(fields, "number", 64),
                    fields.get("paymentNumber") == null ? null : text(fields, "paymentNumber", 200),
                    amount,
                    text(fields, "currency", 3),
                    StatementLine.State.valueOf(text(fields, "state", 12)),
                    text(fields, "reference", 128),
                    Instant.parse(text(fields, "at", 40)));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new IllegalStateException("the gateway's statement cannot be read: " + unreadable.getMessage());
        }
    }

    private static String text(Map<?, ?> fields, String name, int max) {
        if (fields.get(name) instanceof String text && !text.isBlank() && text.length() <= max) {
            return text;
        }
        throw new IllegalArgumentException(name);
    }
}
