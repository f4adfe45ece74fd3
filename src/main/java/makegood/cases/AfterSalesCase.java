package makegood.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** One customer's problem with one order. Sums in minor units. */
@Entity
@Table(name = "after_sales_case")
@org.hibernate.annotations.DynamicUpdate
class AfterSalesCase {
    @Id
    String caseNumber;

    String store;
    String orderNumber;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(24)")
    CaseKind askedKind;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(24)")
    CaseKind kind;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(40)")
    Reason reason;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    Channel channel;

    String origin;
    String statement;
    String goodsIntact;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(12)")
    EvidenceLevel evidence = EvidenceLevel.NONE;

    String wantedSku;
    Long requestedAmount;
    String paymentReference;
    String platformCase;
    String deadlineStage;
    Instant deadlineUntil;
    String customerReference;
    String phoneEnding;
    String priority;
    String owner;
    String team;
    String language;
    String currency;
    String agentMessage;
    String messageFacts;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(40)")
    RefusalReason refusalReason;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(40)")
    Outcome outcome;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(40)")
    Remedy remedy;

    String trackingNumber;
    String exceptionKind;
    String reviewId;
    Integer reviewRating;
    String reviewText;
    Instant reviewPostedAt;
    String reviewOutcome;
    boolean linesHeld = true;
    boolean untold;
    String faultCause;
    String faultUnit;
    String dueLane;
    boolean dueInspected;
    boolean goodsOutstanding;
    String dueSetBy;
    String lastResult;
    long refunded;
    long pending;
    long compensated;
    long charged;
    String openedBy;
    Instant openedAt;
    Instant closedAt;

    /** Whether a message has somebody to go to. */
    boolean reachable() {
        return customerReference != null && !customerReference.isBlank();
    }

    /** A customer asks where only our watch had asked. What the watch has found out stays. */
    void asks(CaseRequest request) {
        askedKind = request.kind();
        reason = request.reason();
        channel = request.channel();
        origin = Origin.of(request);
        statement = request.statement().isEmpty() ? statement : request.statement();
        goodsIntact = request.goodsIntact();
        wantedSku = request.wantedSku().isEmpty() ? wantedSku : request.wantedSku();
        requestedAmount = request.requestedAmount();
        platformCase = request.platformCase().isEmpty() ? platformCase : request.platformCase();
        if (request.deadlineUntil() != null) {
            deadlineStage = request.deadlineStage().isEmpty() ? "RETURN_DECIDE" : request.deadlineStage();
            deadlineUntil = request.deadlineUntil();
        }
    }

    CaseFacts facts(List<CaseFacts.Line> lines) {
        return new CaseFacts(
                caseNumber,
                store,
                orderNumber,
                kind,
                askedKind,
                reason,
                channel,
                origin,
                statement,
                goodsIntact,
                evidence,
                requestedAmount,
                wantedSku,
                trackingNumber,
                exceptionKind,
                reviewId == null ? null : new CaseFacts.Review(reviewId, reviewRating, reviewText, reviewPostedAt),
                faultCause,
                faultUnit,
                priority,
                language,
                currency,
                deadlineStage,
                deadlineUntil,
                platformCase,
                agentMessage,
                refusalReason,
                outcome,
                openedBy,
                openedAt,
                closedAt,
                dueLane,
                dueInspected,
                dueSetBy == null ? openedBy : dueSetBy,
                lines);
    }
}
