package makegood.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Who moves money says what it moved. One for each kind of number; procedures stay unknown to whoever compares. */
public interface MoneyMoved {
    /** What is known under these numbers in a store. */
    List<Moved> find(String store, Collection<String> numbers);

    /** What was done from one time until another (without it), by number, after this one; at most {@code size}. */
    List<Moved> done(String store, Instant from, Instant until, String after, int size);
}
