package makegood.reconciliations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import makegood.ledger.Moved;
import makegood.platform.Money;
import makegood.platform.Utc;

/** A difference and what was done about it. {@code caseNumber} and {@code orderNumber} are null when we know of neither. */
record Difference(
        String differenceNumber,
        String store,
        DifferenceKind kind,
        Moved.Kind entryKind,
        String number,
        String caseNumber,
        String orderNumber,
        Money ours,
        String ourState,
        Money theirs,
        String theirState,
        Money correction,
        Instant foundAt,
        State state,
        Decision decision,
        String reason,
        String note,
        String settledBy,
        String confirmedBy,
        Instant closedAt) {
    enum State {
        OPEN,
        PROPOSED,
        CLOSED
    }

    /** How it is closed: always by an entry in the book, which may be one of nothing. */
    enum Decision {
        /** A correction entry of the whole difference. */
        BOOK_DIFFERENCE,
        /** The refund never arrived: counter-entries take it back, and finance pays it again or closes it. */
        TAKE_BACK,
        /** The book is right, or comes right by itself: an entry of 0 with the reason. */
        BOOK_NOTHING
    }

    /** Why the accounts differed. */
    enum Reason {
        GATEWAY_ERROR,
        OUR_ERROR,
        COMES_LATER,
        GATEWAY_FEE,
        TAKEN_BACK_BY_BANK,
        OTHER
    }

    static Difference read(ResultSet row, int n) throws SQLException {
        var currency = row.getString("currency");
        var decision = row.getString("decision");
        return new Difference(
                row.getString("difference_number"),
                row.getString("store"),
                DifferenceKind.valueOf(row.getString("kind")),
                Moved.Kind.valueOf(row.getString("entry_kind")),
                row.getString("entry_number"),
                row.getString("case_number"),
                row.getString("order_number"),
                new Money(row.getLong("our_amount"), currency),
                row.getString("our_state"),
                new Money(row.getLong("their_amount"), currency),
                row.getString("their_state"),
                new Money(row.getLong("correction"), currency),
                Utc.instant(row, "found_at"),
                State.valueOf(row.getString("state")),
                decision == null ? null : Decision.valueOf(decision),
                row.getString("reason_code"),
                row.getString("note"),
                row.getString("settled_by"),
                row.getString("confirmed_by"),
                Utc.instant(row, "closed_at"));
    }
}
