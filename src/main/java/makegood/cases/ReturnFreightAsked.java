package makegood.cases;

import java.util.List;

/** Which returns of an order have come back at our cost. Whoever knows of them adds them. */
public record ReturnFreightAsked(String store, String orderNumber, List<Ours> found) {
    /** {@code labelled}: we gave a label, so the customer had nothing to pay. */
    public record Ours(String caseNumber, boolean labelled) {}
}
