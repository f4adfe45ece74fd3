package makegood.exchanges;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The exchange of one case: on which ground, which leg first, what is held, owed and waived. Sums in minor units. */
@Entity
@Table(name = "goods_exchange")
@org.hibernate.annotations.DynamicUpdate
class Exchange {
    @Id
    String caseNumber;

    String store;
    String orderNumber;
    String verdict;
    String lane;
    String risk;
    /** What the records show of a fault of ours (rules.md 4.12); null until somebody looked. */
    String faultFact;

    String returnFreight;
    String legOrder;
    String decidedBy;
    String reservation;
    /** Positive: the customer is to pay it; negative: it is the customer's. */
    long difference;

    long waived;
    /** What is offered instead of what is not there: OTHER_SKU, WAIT or REFUND. */
    String alternative;

    String otherSku;
    Instant stockExpectedAt;
    String pickUpTracking;
    boolean replacementSent;
    boolean replacementDelivered;
    /** The old goods are here and accepted, or their loss on the way is ours. */
    boolean goodsBack;

    Long chargeAmount;
    /** The warehouse said no although the shelf looked full. */
    boolean stockGone;

    String writtenOffBy;
    /** How it ended when nothing was exchanged: REFUND turns it into a refund. */
    String endsAs;

    /** Articles that are not there, of several that are wanted; null when none was found missing. */
    String missingSkus;
    /** The old goods did not come, and were charged or written off. */
    boolean oldGoodsSettled;
    /** The customer withdrew while the warehouse was asked to hold the goods. */
    boolean withdrawn;

    /** The case has come back to its exchange: what was decided and done before counts no more. */
    void anew() {
        endsAs = null;
        waived = 0;
        replacementSent = false;
        replacementDelivered = false;
        goodsBack = false;
        oldGoodsSettled = false;
        withdrawn = false;
    }

    boolean goodsFirst() {
        return "GOODS_FIRST".equals(legOrder);
    }

    boolean goodsWantedBack() {
        return !"REPLACEMENT_NO_RETURN".equals(legOrder);
    }
}
