package makegood.returns;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The return of one case: on which ground it was agreed, who pays freight, what was offered and agreed. Sums in minor units. */
@Entity
@Table(name = "goods_return")
@org.hibernate.annotations.DynamicUpdate
class GoodsReturn {
    @Id
    String caseNumber;

    String store;
    String orderNumber;
    String verdict;
    String lane;
    String returnFreight;
    String refundOutbound;
    String rma;
    Instant agreedAt;
    String decidedBy;
    int reminders;
    boolean goodsWithUs;
    /** Share of the pieces that came back, before any deduction. */
    long fullAmount;
    /** What the rules give for them. */
    long offeredAmount;
    /** What was agreed with the customer or decided by a lead, where it differs. */
    Long agreedAmount;

    String agreedBy;

    boolean sendAllBack;
    /** What the label for the way back costs us, where the warehouse said so. */
    Long labelCost;
    /** We gave a label, so the customer has nothing to pay for the way back. */
    boolean labelled;
    /** An exchange has booked them before it turned into a refund. */
    boolean booked;
}
