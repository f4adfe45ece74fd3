package makegood.refunds;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One request for money: one approval, split over the payments of the order. {@code state}: OPEN, APPROVED, PAID, ENDED. */
@Entity
@Table(name = "refund_request")
@org.hibernate.annotations.DynamicUpdate
class RefundRequest {
    @Id
    @jakarta.persistence.Column(columnDefinition = "char(36)")
    String id;

    String caseNumber;
    String store;
    String orderNumber;
    long amount;
    String state;
    String approval;
    String requestedBy;
    String approvedBy;
    String secondBy;
    String refusalReason;
    /** The payment made after the sale that it gives back; null otherwise. */
    String undonePayment;

    Instant createdAt;
}
