package makegood.logistics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;

/** One parcel in trouble, for one case; {@code trackingNumber} is null when nobody knows any. */
@Entity
@org.hibernate.annotations.DynamicUpdate
class ParcelTrouble {
    @Id
    String caseNumber;

    String store;
    String orderNumber;
    String trackingNumber;

    @Enumerated(EnumType.STRING)
    ParcelState parcelState;

    /** What the carrier scanned before is no news. */
    Instant watchedSince;

    Instant stateSince;

    @Enumerated(EnumType.STRING)
    CarrierStatus carrierStatus;

    @Enumerated(EnumType.STRING)
    Fact fact;

    @Enumerated(EnumType.STRING)
    Severity severity;

    /** The carrier owes us for a loss, by the table liability. */
    boolean claimable;

    boolean inStock;
    boolean comesBack;

    @Enumerated(EnumType.STRING)
    @Column(name = "remedy")
    RemedyChoice remedy;

    String decidedBy;

    /** How bad the damage is. */
    enum Severity {
        LIGHT,
        HEAVY,
        NONE
    }
}
