package makegood.ride;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** The gateway's own book: it outlives the nodes, so it is the truth about what was paid. */
final class GatewayBook {
    /** A refund; {@code state} is PENDING, SETTLED, REFUSED or REVERSED. */
    record Paid(String number, String payment, long amount, String state) {
        Paid as(String otherState) {
            return new Paid(number, payment, amount, otherState);
        }
    }

    private final Map<String, Paid> refunds = new ConcurrentHashMap<>();
    private final Map<String, Long> asked = new ConcurrentHashMap<>();

    /** What may not be: a number with two amounts. */
    final List<String> complaints = new CopyOnWriteArrayList<>();

    /** Open refunds that are to be decided, in the order in which they were made. */
    final ConcurrentLinkedQueue<Paid> undecided = new ConcurrentLinkedQueue<>();

    /** Refunds that stay open until the faults end. */
    final ConcurrentLinkedQueue<Paid> forever = new ConcurrentLinkedQueue<>();

    /** Decided refunds of which the shop is to be told. */
    final ConcurrentLinkedQueue<Paid> decided = new ConcurrentLinkedQueue<>();

    /** Settled refunds that will be taken back. */
    final ConcurrentLinkedQueue<Paid> toReverse = new ConcurrentLinkedQueue<>();

    Paid find(String number) {
        return refunds.get(number);
    }

    List<Paid> all() {
        return List.copyOf(refunds.values());
    }

    /** The same number is the same refund, whatever the fault is this time. */
    Paid take(String number, String payment, long amount, Fault fault) {
        var before = refunds.get(number);
        var paid = enter(new Paid(number, payment, amount, begun(fault)));
        if (before == null) {
            switch (fault) {
                case PENDING -> undecided.add(paid);
                case FOREVER -> forever.add(paid);
                case REVERSE -> toReverse.add(paid);
                default -> decided.add(paid);
            }
        }
        return paid;
    }

    /** Settled, and no webhook will say so. */
    void takeSilently(String number, String payment, long amount) {
        enter(new Paid(number, payment, amount, "SETTLED"));
    }

    private Paid enter(Paid asked) {
        var paid = refunds.computeIfAbsent(asked.number(), n -> asked);
        if (paid.amount() != asked.amount() || !paid.payment().equals(asked.payment())) {
            complaints.add("one number, two refunds: " + asked.number());
        }
        return paid;
    }

    private static String begun(Fault fault) {
        return switch (fault) {
            case PENDING, FOREVER -> "PENDING";
            case REFUSE -> "REFUSED";
            default -> "SETTLED";
        };
    }

    Paid decide(Paid open, String state) {
        return refunds.computeIfPresent(open.number(), (n, paid) -> paid.as(state));
    }

    void spokenOf(String number) {
        asked.put(number, System.nanoTime());
    }

    /** When a refund was last spoken of, by {@link System#nanoTime}. */
    boolean spokenOfSince(String number, long moment) {
        var last = asked.get(number);
        return last != null && last - moment > 0;
    }

    /** Payments that gave back more than was paid. */
    List<String> paidTwice() {
        var byPayment = new ConcurrentHashMap<String, Long>();
        refunds.values().stream()
                .filter(p -> p.state().equals("SETTLED"))
                .forEach(p -> byPayment.merge(p.payment(), p.amount(), Long::sum));
        return byPayment.entrySet().stream()
                .filter(e -> e.getValue() > Orders.PAID)
                .map(e -> e.getKey() + " gave back " + e.getValue())
                .toList();
    }
}
