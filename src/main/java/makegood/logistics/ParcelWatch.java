package makegood.logistics;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import makegood.cases.CasesAbout;
import makegood.orders.Parcels;
import makegood.orders.WatchedParcel;
import org.springframework.stereotype.Component;

/**
 * Finds the parcels that customers would soon ask about, in pages, and has a case opened for each that has none. What is
 * found does not depend on how often, or on how many nodes, it looks.
 */
@Component
class ParcelWatch {
    static final int PAGE = 200;
    /** Cases opened in one step: some seconds of work, far below the time for which a node holds its job. */
    static final int CASES = 50;
    /** What a scan tells is looked at at once; the watch takes up what was missed then. */
    private static final Duration MISSED = Duration.ofMinutes(1);

    private final Parcels parcels;
    private final CasesAbout cases;
    private final WatchLimits limits;
    private final WatchedCases opening;
    private final Clock clock;

    ParcelWatch(Parcels parcels, CasesAbout cases, WatchLimits limits, WatchedCases opening, Clock clock) {
        this.parcels = parcels;
        this.cases = cases;
        this.limits = limits;
        this.opening = opening;
        this.clock = clock;
    }

    /** True when the step is full and there may be more. */
    boolean openCases() {
        var now = clock.instant();
        int left = CASES - look(parcels.inTrouble(now.minus(MISSED), CASES), WatchFinding::ofTrouble, CASES);
        for (var route : parcels.routes()) {
            var limit = limits.of(route, now);
            left = pages(p -> parcels.silent(route, limit.silence(), p, PAGE), WatchFinding::ofSilence, left);
            left = pages(p -> parcels.overdue(route, limit.promised(), p, PAGE), p -> WatchFinding.OVERDUE, left);
        }
        return left == 0;
    }

    private int pages(
            Function<WatchedParcel, List<WatchedParcel>> next,
            Function<WatchedParcel, WatchFinding> finding,
            int most) {
        int left = most;
        WatchedParcel last = null;
        while (left > 0) {
            var page = next.apply(last);
            left -= look(page, finding, left);
            if (page.size() < PAGE) {
                break;
            }
            last = page.get(PAGE - 1);
        }
        return left;
    }

    /** How many cases were opened. */
    int look(List<WatchedParcel> page, Function<WatchedParcel, WatchFinding> finding, int most) {
        int opened = 0;
        var ofStore = page.stream().collect(Collectors.groupingBy(WatchedParcel::store));
        for (var store : ofStore.entrySet()) {
            var orders = store.getValue().stream()
                    .map(WatchedParcel::orderNumber)
                    .distinct()
                    .toList();
            var known = cases.lines(store.getKey(), orders).stream()
                    .collect(Collectors.groupingBy(CasesAbout.Line::orderNumber));
            var changed = new HashSet<String>();
            for (var parcel : store.getValue()) {
                if (changed.remove(parcel.orderNumber())) { // another parcel of the order got its case just now
                    known.put(parcel.orderNumber(), cases.lines(store.getKey(), List.of(parcel.orderNumber())));
                }
                var about = known.getOrDefault(parcel.orderNumber(), List.of()).stream()
                        .filter(l -> parcel.lines().isEmpty() || parcel.lines().contains(l.line()))
                        .toList();
                if (opened < most && opening.open(parcel, finding.apply(parcel), about)) {
                    opened++;
                    changed.add(parcel.orderNumber());
                }
            }
        }
        return opened;
    }
}
