package makegood.resends;

import java.util.Optional;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.orders.Parcel;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** What the parcel weighed when it left, against what the packing list says: it shows where something got lost. Grams. */
@Component
class ResendTrace {
    private final Resends resends;
    private final Cases cases;

    ResendTrace(Resends resends, Cases cases) {
        this.resends = resends;
        this.cases = cases;
    }

    /** The tracking number of the parcel that the case is about: as said, else the first with one of its lines. */
    Optional<String> parcel(CaseFacts c) {
        return c.trackingNumber() != null
                ? Optional.of(c.trackingNumber())
                : resends.order(c).parcels().stream()
                        .filter(p -> p.lines().isEmpty()
                                || c.lines().stream().anyMatch(l -> p.lines().contains(l.line())))
                        .map(Parcel::trackingNumber)
                        .findFirst();
    }

    void weighed(String caseNumber, long grams) {
        resends.get(caseNumber).weightAtStart = grams;
        cases.note(
                caseNumber,
                "WEIGHT",
                new Text("The carrier weighed " + grams + " g at pick-up.", "快递揽收重量 " + grams + " 克。"));
    }

    void packed(Resend resend, long grams) {
        resend.packedWeight = grams;
        cases.note(
                resend.caseNumber,
                "WEIGHT",
                new Text("The packing list says " + grams + " g.", "装箱单应重 " + grams + " 克。"));
    }
}
