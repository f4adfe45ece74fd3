package makegood.logistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.Reason;
import makegood.orders.Parcel;
import makegood.orders.ReturnWindows;
import makegood.orders.ScanKind;
import makegood.stores.Limits;
import makegood.stores.Stores;
import org.springframework.stereotype.Component;

/** Which kind of trouble it is, how late the parcel is, until when it is followed: what the tables are asked with. */
@Component
class TroubleFacts {
    private static final long CERTAIN = 9999;
    private final Troubles troubles;
    private final Cases cases;
    private final Stores stores;
    private final ReturnWindows windows;
    private final Clock clock;

    TroubleFacts(Troubles troubles, Cases cases, Stores stores, ReturnWindows windows, Clock clock) {
        this.troubles = troubles;
        this.cases = cases;
        this.stores = stores;
        this.windows = windows;
        this.clock = clock;
    }

    Limits.Parcels limits(String store) {
        return stores.known(store).limits().parcels();
    }

    ExceptionKind kind(String caseNumber) {
        return ExceptionKind.valueOf(cases.get(caseNumber).exceptionKind());
    }

    /** As the watch or an agent has set it; else what the customer's reason means with what the carrier has scanned. */
    ExceptionKind derive(CaseFacts c, ParcelTrouble trouble) {
        var set = ExceptionKind.of(c.exceptionKind());
        return set.isPresent() ? set.get() : byReason(c, trouble);
    }

    /** What the customer's reason means with what the carrier has scanned. */
    ExceptionKind byReason(CaseFacts c, ParcelTrouble trouble) {
        return switch (c.reason()) {
            case EMPTY_PARCEL, MISSING_GOODS, MISSING_PARTS -> ExceptionKind.MISSING_GOODS;
            case DAMAGED_IN_TRANSIT -> ExceptionKind.DAMAGED;
            case WRONG_GOODS -> ExceptionKind.WRONG_GOODS;
            case WRONG_ADDRESS -> ExceptionKind.WRONG_ADDRESS;
            case REFUSED_PARCEL -> refused(c);
            case NO_TRACKING -> troubles.scans(trouble).isEmpty() ? ExceptionKind.NO_FIRST_SCAN : onTheWay(c, trouble);
            case DELIVERY_TOO_LATE -> onTheWay(c, trouble);
            default ->
                seen(trouble, ScanKind.DELIVERED)
                                || troubles.parcel(trouble)
                                        .map(p -> p.deliveredAt() != null)
                                        .orElse(false)
                        ? ExceptionKind.DELIVERED_NOT_RECEIVED
                        : onTheWay(c, trouble);
        };
    }

    ExceptionKind refused(CaseFacts c) {
        return troubles.order(c).codDue() > 0 ? ExceptionKind.COD_REFUSED : ExceptionKind.REFUSED_BY_CUSTOMER;
    }

    private ExceptionKind onTheWay(CaseFacts c, ParcelTrouble trouble) {
        if (seen(trouble, ScanKind.LOST)) {
            return ExceptionKind.LOST;
        }
        if (seen(trouble, ScanKind.REFUSED)) {
            return refused(c);
        }
        var still = Duration.between(troubles.lastSeen(trouble), clock.instant());
        if (still.toHours() < limits(c.store()).noScanHours() && promised(trouble) != null) {
            return ExceptionKind.OVERDUE;
        }
        return ExceptionKind.NO_UPDATE;
    }

    private boolean seen(ParcelTrouble trouble, ScanKind kind) {
        return troubles.scans(trouble).stream().anyMatch(s -> s.kind() == kind);
    }

    /** The promised day, once it has passed. */
    private Instant promised(ParcelTrouble trouble) {
        return troubles.parcel(trouble)
                .map(Parcel::promisedBy)
                .filter(by -> by.isBefore(clock.instant()))
                .orElse(null);
    }

    /** Inputs of {@code liability} (rules.md 4.12). */
    Map<String, Object> liability(String caseNumber) {
        return Map.of(
                "exceptionKind",
                kind(caseNumber).name(),
                "fact",
                troubles.get(caseNumber).fact.name());
    }

    /** Inputs of {@code remedy} (rules.md 4.13). */
    Map<String, Object> remedy(String caseNumber) {
        var c = cases.get(caseNumber);
        var trouble = troubles.get(caseNumber);
        return Map.of(
                "problem",
                problem(c),
                "stock",
                trouble.inStock ? "YES" : "NO",
                "quality",
                quality(c),
                "guided",
                true,
                "hoursLate",
                hoursLate(c, trouble),
                "severity",
                trouble.severity.name());
    }

    /** The customer's reason says more than the kind where the parcel came without goods or parts, or is dangerous. */
    private static String problem(CaseFacts c) {
        return switch (c.reason()) {
            case EMPTY_PARCEL, MISSING_PARTS, SAFETY_HAZARD -> c.reason().name();
            default -> c.exceptionKind();
        };
    }

    private String quality(CaseFacts c) {
        var order = troubles.order(c);
        var line = order.line(c.lines().get(0).line()).orElseThrow();
        return windows.quality(order, line, stores.known(c.store()), c.openedAt())
                .name();
    }

    private long hoursLate(CaseFacts c, ParcelTrouble trouble) {
        var limit = limits(c.store());
        var now = clock.instant();
        if (c.reason() == Reason.EMPTY_PARCEL) {
            return CERTAIN;
        }
        var late = switch (ExceptionKind.valueOf(c.exceptionKind())) {
            case LOST, RETURN_LEG_LOST -> Duration.ofHours(CERTAIN);
            case DELIVERED_NOT_RECEIVED -> Duration.between(c.openedAt(), now);
            case OVERDUE -> Duration.between(promised(trouble) == null ? now : promised(trouble), now);
            case NO_FIRST_SCAN ->
                Duration.between(troubles.lastSeen(trouble), now).minusHours(limit.firstScanHours());
            default -> Duration.between(troubles.lastSeen(trouble), now).minusHours(limit.noScanHours());
        };
        return Math.max(0, late.toHours());
    }

    /** A parcel that comes back is not lost, it is late. */
    boolean lostByRule(ParcelTrouble trouble) {
        return kind(trouble.caseNumber).lostByRule() && !trouble.comesBack;
    }

    /** Lost by rule after days without scan; other kinds are followed for two days, then the customer gets a remedy. */
    Instant followUntil(String caseNumber) {
        var trouble = troubles.get(caseNumber);
        var limit = limits(trouble.store);
        return lostByRule(trouble)
                ? troubles.lastSeen(trouble).plus(Duration.ofDays(limit.lostDays()))
                : trouble.stateSince.plus(Duration.ofHours(2L * limit.queryHours()));
    }
}
