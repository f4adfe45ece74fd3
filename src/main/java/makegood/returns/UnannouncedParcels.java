package makegood.returns;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import makegood.cases.CasesAbout;
import makegood.orders.ParcelScanned;
import makegood.orders.Parcels;
import makegood.orders.Scan;
import makegood.orders.ScanKind;
import makegood.orders.Scans;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Engine;
import makegood.stores.Stores;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A parcel that is delivered at our warehouse and that nobody knows has its case looked for. Carriers report unknown numbers
 * at other people's doors too; only those whose place is the warehouse are ours to look at.
 */
@Component
class UnannouncedParcels {
    private static final Pattern WAREHOUSE =
            Pattern.compile("warehouse|returns? (centre|center|department)|仓库|退货仓|仓储|退货中心", Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST_PLACE = 4;

    private final UnknownParcels unknown;
    private final ReturnParcels returned;
    private final Parcels sentOut;
    private final CasesAbout cases;
    private final Scans scans;
    private final Stores stores;
    private final Engine engine;

    UnannouncedParcels(
            UnknownParcels unknown,
            ReturnParcels returned,
            Parcels sentOut,
            CasesAbout cases,
            Scans scans,
            Stores stores,
            Engine engine) {
        this.unknown = unknown;
        this.returned = returned;
        this.sentOut = sentOut;
        this.cases = cases;
        this.scans = scans;
        this.stores = stores;
        this.engine = engine;
    }

    /** After everybody who may know the number has heard of the scan. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ParcelScanned scan) throws BusinessRefusal {
        if (scan.kind() != ScanKind.DELIVERED) {
            return;
        }
        var store = storeAt(scans.of(scan.trackingNumber()).stream()
                .filter(s -> s.scanId().equals(scan.scanId()))
                .findFirst()
                .map(Scan::place)); // many a carrier names none
        if (store.isPresent() && knownAs(scan.trackingNumber()).isEmpty()) {
            engine.start(
                    UnknownParcelProcess.ID, Map.of("store", store.get(), "trackingNumber", scan.trackingNumber()));
        }
    }

    /** Where the number is known: who sent it, who waits for it, or who looks for its case. */
    Optional<String> knownAs(String trackingNumber) {
        var looking = unknown.tracked(trackingNumber).map(UnknownParcels.UnknownParcel::parcelNumber);
        if (looking.isPresent()) {
            return looking;
        }
        if (sentOut.sentOut(trackingNumber) || returned.expected(trackingNumber)) {
            return Optional.of(
                    cases.foundBy(trackingNumber).stream().findFirst().orElse("order"));
        }
        return cases.openFoundBy(trackingNumber).stream().findFirst();
    }

    /** The store to whose address it was brought; where several share a warehouse, the first that the caller serves. */
    private Optional<String> storeAt(Optional<String> place) {
        var said = place.map(UnannouncedParcels::plain).orElse("");
        var served = stores.names().stream().filter(Caller.current()::serves).toList();
        if (said.length() >= SHORTEST_PLACE) {
            for (var store : served) {
                var address = plain(stores.known(store).returnAddress());
                if (!address.isEmpty() && (address.contains(said) || said.contains(address))) {
                    return Optional.of(store);
                }
            }
        }
        return place.filter(p -> WAREHOUSE.matcher(p).find())
                .flatMap(p -> served.stream().findFirst());
    }

    private static String plain(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}（），。、]", "");
    }
}
