package makegood.logistics;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import makegood.cases.Cases;
import makegood.cases.CasesAbout;
import makegood.cases.OpenCase;
import makegood.orders.Line;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.orders.Parcels;
import makegood.orders.WatchedParcel;
import makegood.platform.BusinessRefusal;
import makegood.platform.OwnTransaction;
import makegood.platform.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens the case of one parcel, each in a transaction of its own, and never a second one for the same silence. */
@Component
class WatchedCases {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedCases.class);

    private final OpenCase openCase;
    private final Cases cases;
    private final Orders orders;
    private final Parcels parcels;
    private final OwnTransaction own;
    private final Troubles troubles;
    private final Clock clock;

    WatchedCases(
            OpenCase openCase,
            Cases cases,
            Orders orders,
            Parcels parcels,
            OwnTransaction own,
            Troubles troubles,
            Clock clock) {
        this.openCase = openCase;
        this.cases = cases;
        this.orders = orders;
        this.parcels = parcels;
        this.own = own;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** Whether a case was opened; {@code about} is what cases know of the parcel's lines. What fails here is found again. */
    boolean open(WatchedParcel parcel, WatchFinding finding, List<CasesAbout.Line> about) {
        try {
            return own.run(() -> opened(parcel, finding, about));
        } catch (BusinessRefusal somebodyWasFaster) {
            LOG.info("no case for parcel {}: {}", parcel.trackingNumber(), somebodyWasFaster.code());
        } catch (RuntimeException failed) {
            LOG.error("no case could be opened for parcel {}", parcel.trackingNumber(), failed);
        }
        return false;
    }

    private boolean opened(WatchedParcel parcel, WatchFinding finding, List<CasesAbout.Line> about)
            throws BusinessRefusal {
        var open = about.stream()
                .filter(l -> l.openCase() != null && l.concerns(parcel.trackingNumber()))
                .map(CasesAbout.Line::openCase)
                .findFirst();
        if (open.isPresent()) {
            told(open.get(), parcel, finding);
            return false; // that case follows the parcel, or its agent does
        }
        if (!troubles.of(parcel.trackingNumber()).isEmpty()) {
            parcels.dealtWith(parcel, clock.instant());
            return false; // it was given up and is caught, or awaited back
        }
        var closed = about.stream()
                .filter(l -> l.dealtWithAt() != null && l.concerns(parcel.trackingNumber()))
                .map(CasesAbout.Line::dealtWithAt)
                .max(Instant::compareTo);
        if (closed.isPresent() && closed.get().isAfter(parcel.since())) {
            parcels.dealtWith(parcel, closed.get());
            return false; // nothing has happened since it was settled
        }
        var pieces = pieces(parcel, about);
        if (pieces.isEmpty()) {
            about.stream()
                    .map(CasesAbout.Line::openCase)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresentOrElse(
                            one -> told(one, parcel, finding), () -> parcels.dealtWith(parcel, clock.instant()));
            return false; // everything is back already, or one article in two boxes has its case
        }
        var known = openCase.open(request(parcel, finding, pieces), key(parcel));
        if (!known.known()) {
            cases.note(known.caseNumber(), "WATCH", finding.text());
        }
        parcels.dealtWith(parcel, clock.instant());
        return !known.known();
    }

    private void told(String caseNumber, WatchedParcel parcel, WatchFinding finding) {
        if (parcel.trouble() != null) {
            var text = finding.text();
            var number = " " + parcel.trackingNumber();
            cases.note(caseNumber, "PARCEL", new Text(text.en() + number, text.zh() + number));
            parcels.dealtWith(parcel, clock.instant());
        }
    }

    /**
     * {@code "1:2,3:1"}: what can be in the parcel, is not returned yet and in no case. Where several parcels carry a line, at
     * least a piece of it is in each of them.
     */
    private String pieces(WatchedParcel parcel, List<CasesAbout.Line> about) {
        var order = orders.find(parcel.store(), parcel.orderNumber());
        return order.stream()
                .flatMap(o -> o.lines().stream())
                .filter(l -> parcel.lines().isEmpty() || parcel.lines().contains(l.line()))
                .map(l -> Map.entry(l.line(), free(order.get(), l, parcel, about)))
                .filter(l -> l.getValue() > 0)
                .map(l -> l.getKey() + ":" + l.getValue())
                .collect(Collectors.joining(","));
    }

    private static int free(Order order, Line line, WatchedParcel parcel, List<CasesAbout.Line> about) {
        int held = about.stream()
                .filter(l -> l.line() == line.line())
                .mapToInt(CasesAbout.Line::held)
                .sum();
        var inCases = about.stream()
                .filter(l -> l.line() == line.line() && l.openCase() != null)
                .map(CasesAbout.Line::trackingNumber)
                .toList();
        long elsewhere = order.parcels().stream()
                .filter(p -> !p.trackingNumber().equals(parcel.trackingNumber()))
                .filter(p -> p.lines().isEmpty() || p.lines().contains(line.line()))
                .filter(p -> !inCases.contains(p.trackingNumber()))
                .count();
        int left = line.quantity() - line.returnedQuantity() - held;
        return left <= 0 ? 0 : Math.max(1, left - (int) elsewhere);
    }

    private static Map<String, Object> request(WatchedParcel parcel, WatchFinding finding, String pieces) {
        var request = new HashMap<String, Object>();
        request.put("store", parcel.store());
        request.put("orderNumber", parcel.orderNumber());
        request.put("procedure", "LOGISTICS");
        request.put("reason", finding.reason().name());
        request.put("channel", "SYSTEM");
        request.put("lines", pieces);
        request.put("trackingNumber", parcel.trackingNumber());
        request.put("exceptionKind", finding.name());
        return request;
    }

    /** One case per silence, whichever node sees it. */
    private static String key(WatchedParcel parcel) {
        return String.join(
                "|",
                "watch",
                parcel.store(),
                parcel.orderNumber(),
                parcel.trackingNumber(),
                parcel.since().toString());
    }
}
