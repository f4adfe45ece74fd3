package makegood.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import makegood.clocks.Holidays;
import makegood.stores.Jurisdiction;
import makegood.stores.StoreSettings;
import org.springframework.stereotype.Component;

/**
 * Return windows as the law counts days: the day of signing does not count, a window ends when its last day ends, and a
 * last day that is a statutory day off moves to the next day that is none. What stops the window is the request.
 */
@Component
public class ReturnWindows {
    private static final Period LEGAL_QUALITY = Period.ofDays(7);
    private static final Period BURDEN_OF_PROOF = Period.ofMonths(6);

    private final Holidays holidays;

    public ReturnWindows(Holidays holidays) {
        this.holidays = holidays;
    }

    /** The statutory no-reason return, at least as the shop promises it. */
    public Window noReason(Order order, Line line, StoreSettings settings, Instant requestedAt) {
        return window(order, line, settings, Period.ofDays(settings.promises().noReasonDays()), requestedAt);
    }

    /** The return for a fault: the law's 7 days in China or the shop's longer promise; in the EU only the promise. */
    public Window quality(Order order, Line line, StoreSettings settings, Instant requestedAt) {
        var promised = Period.ofDays(settings.promises().qualityDays());
        var days = settings.jurisdiction() == Jurisdiction.CN && promised.getDays() < LEGAL_QUALITY.getDays()
                ? LEGAL_QUALITY
                : promised;
        return window(order, line, settings, days, requestedAt);
    }

    /** The shop's own, longer promise. */
    public Window shop(Order order, Line line, StoreSettings settings, Instant requestedAt) {
        return window(order, line, settings, Period.ofDays(settings.promises().shopDays()), requestedAt);
    }

    /** To the date that the line names, else so many months from receipt: the product's, or the shop's. */
    public Window warranty(Order order, Line line, StoreSettings settings, Instant requestedAt) {
        if (line.warrantyUntil() != null) {
            var lastDay = line.warrantyUntil();
            return before(requestedAt, lastDay.plusDays(1), settings) ? Window.IN : Window.OUT;
        }
        var shop = settings.promises().warrantyMonths();
        int months = line.warrantyMonths() == null ? shop : Math.max(shop, line.warrantyMonths());
        return window(order, line, settings, Period.ofMonths(months), requestedAt);
    }

    public GoodsException exception(Line line) {
        return GoodsException.of(line);
    }

    /** Durable goods within six months of receipt: the seller must prove that there was no defect. */
    public boolean durable6m(Order order, Line line, StoreSettings settings, Instant requestedAt) {
        return line.durable() && window(order, line, settings, BURDEN_OF_PROOF, requestedAt) != Window.OUT;
    }

    /** The first instant that is too late; empty when nobody knows when the goods arrived. */
    public Optional<Instant> end(Order order, Line line, StoreSettings settings, Period period) {
        return received(order, line, settings)
                .map(day -> endAfter(day, period, settings)
                        .atStartOfDay(settings.zone())
                        .toInstant());
    }

    private Window window(Order order, Line line, StoreSettings settings, Period period, Instant requestedAt) {
        return end(order, line, settings, period)
                .map(end -> requestedAt.isBefore(end) ? Window.IN : Window.OUT)
                .orElse(Window.UNKNOWN);
    }

    private LocalDate endAfter(LocalDate received, Period period, StoreSettings settings) {
        var lastDay = received.plus(period);
        while (holidays.isDayOff(settings.jurisdiction().name(), lastDay)) {
            lastDay = lastDay.plusDays(1);
        }
        return lastDay.plusDays(1);
    }

    /** Each line from the last of its own parcels; in the EU from the last parcel of the order. */
    private static Optional<LocalDate> received(Order order, Line line, StoreSettings settings) {
        List<Parcel> parcels = order.parcels().stream()
                .filter(p -> settings.jurisdiction() == Jurisdiction.EU || p.carries(line.line()))
                .toList();
        if (parcels.stream().anyMatch(p -> p.deliveredAt() == null)) {
            return Optional.empty();
        }
        return parcels.stream()
                .map(Parcel::deliveredAt)
                .max(Instant::compareTo)
                .map(at -> LocalDate.ofInstant(at, settings.zone()));
    }

    private static boolean before(Instant at, LocalDate day, StoreSettings settings) {
        return at.isBefore(day.atStartOfDay(settings.zone()).toInstant());
    }
}
