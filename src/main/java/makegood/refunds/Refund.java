package makegood.refunds;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What goes back on one payment. Its number never changes: it is the key under which the gateway knows it. */
@Entity
@Table(name = "refund")
@org.hibernate.annotations.DynamicUpdate
class Refund {
    @Id
    String refundNumber;

    @Column(columnDefinition = "char(36)")
    String requestId;

    int positionNo;
    String caseNumber;
    String store;
    String orderNumber;
    String paymentNumber;
    long amount;
    String currency;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(16)")
    RefundState state;

    String gatewayReference;
    Instant promisedBy;
    Instant sentAt;
    Instant settledAt;
    Instant closedAt;
    int asked;
}
