package makegood.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.cases.CaseParcel;
import makegood.cases.CaseShown;
import makegood.cases.ParcelsShown;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a person sees of a return: what came, what was found, and the sums in question. */
@Component
class ReturnShown {
    private final Returns returns;
    private final ReturnParcels parcels;

    ReturnShown(Returns returns, ReturnParcels parcels) {
        this.returns = returns;
        this.parcels = parcels;
    }

    @EventListener
    void on(ParcelsShown shown) {
        parcels.of(shown.caseNumber()).stream()
                .map(p -> new CaseParcel(
                        p.trackingNumber(), p.carrier(), "RETURN", p.sentAt(), p.deliveredAt(), p.lostAt()))
                .forEach(shown.parcels()::add);
    }

    @EventListener
    void on(CaseShown shown) {
        var goods = returns.get(shown.caseNumber());
        if (goods == null) {
            return;
        }
        shown.proposal().put("parcels", parcels(shown.caseNumber()));
        boolean inspected = false;
        for (var line : returns.lines(shown.caseNumber())) {
            var more = new HashMap<String, Object>();
            more.put("announced", line.announced);
            if (line.lostPieces > 0) {
                more.put("lostPieces", line.lostPieces);
            }
            if (line.finding != null) {
                inspected = true;
                more.put("receivedQuantity", line.received);
                more.put("goodsGrade", line.goodsGrade.name());
                more.put("finding", line.finding.name());
                if (line.refundPct != null) {
                    more.put("refundPct", line.refundPct);
                }
            }
            shown.lines().merge(line.lineNumber, more, (a, b) -> {
                var both = new HashMap<>(a);
                both.putAll(b);
                return both;
            });
        }
        if (inspected) {
            shown.proposal().putAll(sums(goods));
        }
        if (goods.returnFreight != null) {
            shown.proposal().put("returnFreight", goods.returnFreight);
        }
    }

    /** By what the warehouse needs to know: arrived, or on its way. */
    private List<Map<String, Object>> parcels(String caseNumber) {
        return parcels.of(caseNumber).stream()
                .map(p -> Map.<String, Object>of("trackingNumber", p.trackingNumber(), "state", state(p)))
                .toList();
    }

    private static String state(ReturnParcels.Parcel parcel) {
        if (parcel.inspectedAt() != null) {
            return "INSPECTED";
        }
        return parcel.arrived() ? "ARRIVED" : parcel.lostAt() != null ? "LOST" : "ON_THE_WAY";
    }

    private static Map<String, Object> sums(GoodsReturn goods) {
        long refund = goods.agreedAmount == null ? goods.offeredAmount : goods.agreedAmount;
        return Map.of(
                "fullAmount",
                goods.fullAmount,
                "refundAmount",
                refund,
                "deduction",
                Math.max(0, goods.fullAmount - refund));
    }
}
