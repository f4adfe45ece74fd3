package makegood.reviews;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a case has learnt of a published review: sign, cause, who answers for it, reply, dossier, and what became of it. */
@Entity
@Table(name = "review_case")
@org.hibernate.annotations.DynamicUpdate
class ReviewCase {
    @Id
    String caseNumber;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(16)")
    ReviewSign reviewSign;

    boolean healthHarm;
    String lane;
    int firstRating;

    /** Null until the author has changed the review. */
    Integer latestRating;

    Instant updatedAt;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(40)")
    ReviewCause cause;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(40)")
    FaultUnit faultUnit;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(24)")
    ReviewRemedy remedy;

    boolean customerSatisfied;
    String replyText;
    String replyBy;
    String replyClasses;
    Instant repliedAt;
    Instant invitedAt;
    String dossier;
    String dossierNote;
    String dossierBy;
    String appealBy;

    /** REMOVED, LOST or NOT_APPEALED; null when no appeal was considered. */
    String appealResult;

    /** Whom we tell nothing when the case ends: what we would write could only be used for the next demand. */
    boolean suspected() {
        return reviewSign == ReviewSign.EXTORTION || cause == ReviewCause.SUSPECTED_MALICIOUS;
    }
}
