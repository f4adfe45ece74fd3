package makegood.reports;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something to add to a day of a store: {@code amount} in minor units, as the ledger signs it, and counts. A case with
 * several products counts at each of them; {@code firstProduct} tells the one at which it counts for the whole shop.
 */
record DaySum(Key key, long amount, long opened, long closed, long refunded, long pieces) {
    /** The kind of what is no money: a case that was opened or closed. */
    static final String CASE = "CASE";

    /** {@code kind} is one of the ledger or {@link #CASE}; {@code sku} is empty where no single product is meant. */
    record Key(
            String store,
            LocalDate day,
            String kind,
            String cause,
            String unitAtFault,
            String sku,
            String model,
            boolean firstProduct,
            String currency) {
        /** Always the same for the same key. */
        String id() {
            var words = Stream.of(store, day, kind, cause, unitAtFault, sku, model, firstProduct, currency)
                    .map(Object::toString)
                    .map(word -> word.length() + ":" + word)
                    .collect(Collectors.joining());
            return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    DaySum plus(DaySum more) {
        return new DaySum(
                key,
                amount + more.amount,
                opened + more.opened,
                closed + more.closed,
                refunded + more.refunded,
                pieces + more.pieces);
    }

    static DaySum read(ResultSet row) throws SQLException {
        return new DaySum(
                new Key(
                        row.getString("store"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("kind"),
                        row.getString("cause"),
                        row.getString("unit_at_fault"),
                        row.getString("sku"),
                        row.getString("model"),
                        row.getBoolean("first_product"),
                        row.getString("currency")),
                row.getLong("amount"),
                row.getLong("cases_opened"),
                row.getLong("cases_closed"),
                row.getLong("cases_refunded"),
                row.getLong("pieces"));
    }
}
