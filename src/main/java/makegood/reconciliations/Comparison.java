package makegood.reconciliations;

import static makegood.reconciliations.StatementLine.State.PENDING;
import static makegood.reconciliations.StatementLine.State.REFUSED;
import static makegood.reconciliations.StatementLine.State.REVERSED;
import static makegood.reconciliations.StatementLine.State.SETTLED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import makegood.ledger.Moved;

/** Three accounts of one number: ours, the gateway's, and the settlement notices. The first that differs is told. */
final class Comparison {
    private static final String NOTHING = "NOTHING";

    private final Moved ours;
    private final List<StatementLine> gateway;
    private final List<StatementLine> settled;

    private Comparison(Moved ours, List<StatementLine> lines) {
        this.ours = ours;
        this.gateway = executions(lines, StatementLine.Source.GATEWAY);
        this.settled = executions(lines, StatementLine.Source.SETTLEMENT);
    }

    /** @param ours null when the number is not known here */
    static Optional<Finding> of(Moved ours, List<StatementLine> lines) {
        var c = new Comparison(ours, lines);
        return c.withGateway().or(c::withSettlement);
    }

    /** What counts as done with us, and is in no statement of the gateway. */
    static Finding missing(Moved ours) {
        return new Finding(
                DifferenceKind.MISSING_AT_GATEWAY,
                ours.amount(),
                ours.state().name(),
                0,
                NOTHING,
                signed(ours.kind(), -ours.amount()),
                ours.currency());
    }

    /** What gateway and we call done, and no settlement notice confirms in time. */
    static Finding notSettled(Moved ours) {
        return new Finding(
                DifferenceKind.NOT_SETTLED,
                ours.amount(),
                ours.state().name(),
                0,
                NOTHING,
                signed(ours.kind(), -ours.amount()),
                ours.currency());
    }

    /** The last word on each execution, oldest first: a line may first be pending and later settled. */
    private static List<StatementLine> executions(List<StatementLine> lines, StatementLine.Source source) {
        var last = new LinkedHashMap<String, StatementLine>();
        lines.stream()
                .filter(l -> l.source() == source)
                .sorted(Comparator.comparing(StatementLine::at).thenComparing(StatementLine::state))
                .forEach(l -> last.put(l.reference(), l));
        return new ArrayList<>(last.values());
    }

    private Optional<Finding> withGateway() {
        var taking = gateway.stream().filter(Comparison::takesMoney).toList();
        if (taking.size() > 1) {
            return found(DifferenceKind.TWICE, taking);
        }
        if (gateway.stream().allMatch(l -> l.state() == REFUSED) && ours == null || gateway.isEmpty()) {
            return Optional.empty();
        }
        if (ours == null) {
            return found(DifferenceKind.MISSING_WITH_US, gateway);
        }
        var last = taking.isEmpty() ? gateway.get(gateway.size() - 1) : taking.get(0);
        if (!sameMoney(last)) {
            return found(DifferenceKind.AMOUNT_DIFFERS, List.of(last));
        }
        return agrees(last.state()) ? Optional.empty() : found(DifferenceKind.STATE_DIFFERS, List.of(last));
    }

    private Optional<Finding> withSettlement() {
        if (settled.isEmpty()) {
            return Optional.empty();
        }
        if (ours == null) {
            return found(DifferenceKind.MISSING_WITH_US, settled);
        }
        if (settled.stream().filter(l -> l.state() == SETTLED).count() > 1) {
            return found(DifferenceKind.TWICE, settled);
        }
        boolean same = sum(settled) == ourSum() && settled.stream().allMatch(this::sameCurrency);
        return same ? Optional.empty() : found(DifferenceKind.SETTLEMENT_DIFFERS, settled);
    }

    private boolean sameMoney(StatementLine line) {
        boolean payment = line.paymentNumber() == null
                || ours.paymentNumber() == null
                || line.paymentNumber().equals(ours.paymentNumber());
        return payment && line.kind() == ours.kind() && line.amount() == ours.amount() && sameCurrency(line);
    }

    private boolean sameCurrency(StatementLine line) {
        return ours == null || ours.currency() == null || ours.currency().equals(line.currency());
    }

    private boolean agrees(StatementLine.State theirs) {
        return switch (ours.state()) {
            case NOT_SENT -> false;
            case UNDER_WAY -> theirs == PENDING;
            case DONE -> theirs == SETTLED;
            case NOT_DONE -> theirs == REFUSED;
            case TAKEN_BACK -> theirs == REVERSED;
            case DONE_OTHERWISE -> theirs == REFUSED || theirs == REVERSED;
        };
    }

    private Optional<Finding> found(DifferenceKind kind, List<StatementLine> lines) {
        var last = lines.get(lines.size() - 1);
        boolean comparable = lines.stream().allMatch(this::sameCurrency);
        long difference = comparable ? sum(lines) - ourSum() : 0;
        var moved = ours == null ? last.kind() : ours.kind();
        return Optional.of(new Finding(
                kind,
                ours == null ? 0 : ours.amount(),
                ours == null ? NOTHING : ours.state().name(),
                lines.stream().mapToLong(StatementLine::amount).sum(),
                last.state().name(),
                signed(moved, difference),
                ours == null || ours.currency() == null ? last.currency() : ours.currency()));
    }

    private static boolean takesMoney(StatementLine line) {
        return line.state() == PENDING || line.state() == SETTLED;
    }

    /** What really has moved: pending is not yet, refused never, reversed not any more. */
    private static long sum(List<StatementLine> lines) {
        return lines.stream()
                .filter(l -> l.state() == SETTLED)
                .mapToLong(StatementLine::amount)
                .sum();
    }

    private long ourSum() {
        return ours != null && ours.state() == Moved.State.DONE ? ours.amount() : 0;
    }

    /** Money that comes in lowers the costs. */
    private static long signed(Moved.Kind kind, long amount) {
        return kind == Moved.Kind.CHARGE ? -amount : amount;
    }
}
