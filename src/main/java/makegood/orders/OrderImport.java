package makegood.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import makegood.platform.Body;
import makegood.platform.BusinessRefusal;
import makegood.platform.InvalidInput;
import makegood.platform.Text;
import makegood.stores.Stores;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an order over from another system, new or once more: what we know of it (money, pieces, scans) stays. */
@Service
class OrderImport {
    private static final int LONGEST_NUMBER = 64;

    private final OrderRows rows;
    private final OrderWriter writer;
    private final Stores stores;
    private final Scans scans;
    private final ObjectProvider<LinesInCases> cases;
    private final Clock clock;

    OrderImport(
            OrderRows rows,
            OrderWriter writer,
            Stores stores,
            Scans scans,
            ObjectProvider<LinesInCases> cases,
            Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.stores = stores;
        this.scans = scans;
        this.cases = cases;
        this.clock = clock;
    }

    /** True when the order is new. */
    @Transactional(rollbackFor = Exception.class)
    public boolean put(String store, String orderNumber, JsonNode input) throws BusinessRefusal {
        var settings = stores.settings(store);
        if (orderNumber.isBlank() || orderNumber.length() > LONGEST_NUMBER) {
            throw new InvalidInput(
                    "orderNumber",
                    "TOO_LONG",
                    new Text("1 to " + LONGEST_NUMBER + " characters", "1 至 " + LONGEST_NUMBER + " 个字符"));
        }
        var imported = new OrderInput(store, orderNumber, settings, clock.instant(), Body.of(input)).read();
        for (var payment : imported.order().payments()) {
            var owner = rows.orderOfPayment(store, payment.paymentNumber());
            if (owner.isPresent() && !owner.get().equals(orderNumber)) {
                throw new PaymentOfAnotherOrder(payment.paymentNumber());
            }
        }
        if (!rows.lock(store, orderNumber)) {
            writer.insert(imported.with(parcels(imported.order(), null)));
            return true;
        }
        var known = rows.find(store, orderNumber).orElseThrow();
        refuseToLoseReturns(known, imported.order());
        refuseToLoseMoney(known, imported.order());
        writer.replace(known, imported.with(parcels(imported.order(), known)));
        return false;
    }

    private List<Parcel> parcels(Order imported, Order known) {
        return imported.parcels().stream()
                .map(parcel -> {
                    var before = known == null
                            ? null
                            : known.parcel(parcel.trackingNumber()).orElse(null);
                    var filled = before == null
                            ? parcel
                            : parcel.filled(before.shippedAt(), before.deliveredAt(), before.signedBy());
                    return filled.deliveredAt() == null ? scanned(filled) : filled;
                })
                .toList();
    }

    /** Scans may have come before the order. */
    private Parcel scanned(Parcel parcel) {
        Instant shipped = null;
        Instant delivered = null;
        for (var scan : scans.of(parcel.trackingNumber())) {
            shipped = shipped == null ? scan.at() : shipped;
            delivered = delivered == null && scan.kind() == ScanKind.DELIVERED ? scan.at() : delivered;
        }
        return parcel.filled(shipped, delivered, null);
    }

    private void refuseToLoseReturns(Order known, Order imported) throws LineHasReturns {
        var busy = cases.stream()
                .flatMap(c -> c.of(known.store(), known.orderNumber()).stream())
                .collect(Collectors.toSet());
        for (var line : known.lines()) {
            var now = imported.line(line.line()).orElse(null);
            var gone = now == null
                    ? touched(line, busy)
                    : now.quantity() + line.collectedPieces() < line.returnedQuantity()
                            || now.paid() + line.collected() < line.refunded() + line.held()
                            || touched(line, busy) && !Objects.equals(now.sku(), line.sku());
            if (gone) {
                throw new LineHasReturns(line.line());
            }
        }
    }

    private static boolean touched(Line line, Set<Integer> busy) {
        return line.refunded() + line.held() + line.returnedQuantity() > 0 || busy.contains(line.line());
    }

    private static void refuseToLoseMoney(Order known, Order imported) throws MoneyHasMoved {
        if (imported.freightPaid() < known.freightRefunded() + known.freightHeld()) {
            throw new MoneyHasMoved(new Text("The freight", "运费"));
        }
        long moved = known.freightRefunded() + known.freightHeld();
        for (var payment : known.payments()) {
            var now = imported.payment(payment.paymentNumber()).orElse(null);
            if (payment.collected()) {
                continue; // no import knows of it, so none can take it away
            }
            long spoken = payment.refunded() + payment.held();
            moved += spoken;
            if (spoken > (now == null ? 0 : now.amount())) {
                throw new MoneyHasMoved(
                        new Text("Payment " + payment.paymentNumber(), "支付单 " + payment.paymentNumber()));
            }
        }
        if (moved > 0 && !imported.currency().equals(known.currency())) {
            throw new MoneyHasMoved(new Text("The order's currency", "订单币种"));
        }
    }
}
