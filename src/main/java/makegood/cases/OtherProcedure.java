package makegood.cases;

import java.util.Set;
import makegood.platform.Answers;

/**
 * Another procedure for the case, as an agent writes it down: {@code offerProcedure} with what it needs, {@code wantedSku}
 * of an exchange and {@code trackingNumber} of a parcel. {@code procedure} is null when none was chosen.
 */
public record OtherProcedure(CaseKind procedure, String wantedSku, String trackingNumber) {
    /** Notes on the answers what is wrong; the caller checks them. Without an order there is only a question. */
    public static OtherProcedure read(Answers answers, CaseFacts c) {
        var chosen = answers.optional("offerProcedure", CaseKind.class).orElse(null);
        var others = c.kind() == null ? CaseKind.INQUIRY.others() : c.kind().others();
        if (c.orderNumber() == null) {
            others.retainAll(Set.of(CaseKind.INQUIRY));
        }
        answers.require(
                chosen == null || others.contains(chosen),
                "offerProcedure",
                "PROCEDURE_NOT_SERVED",
                "can be offered: " + others,
                "目前可改为：" + others);
        return new OtherProcedure(chosen, answers.text("wantedSku", 64), answers.trackingNumber("trackingNumber"));
    }

    /** What the customer wants instead, and which parcel it is about; what was not said changes nothing. */
    void keepWishes(Cases cases, String caseNumber) {
        if (!wantedSku.isEmpty()) {
            cases.row(caseNumber).wantedSku = wantedSku;
        }
        if (!trackingNumber.isEmpty()) {
            cases.row(caseNumber).trackingNumber = trackingNumber;
            cases.findable(caseNumber, trackingNumber);
        }
    }

    /** The case goes on as this. */
    public void take(Cases cases, String caseNumber) {
        keepWishes(cases, caseNumber);
        cases.kind(caseNumber, procedure);
    }
}
