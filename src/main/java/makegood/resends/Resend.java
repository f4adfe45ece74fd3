package makegood.resends;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one case sends again: who agreed and approved it, what was found out, what became of wrong goods. Weights in grams. */
@Entity
@Table(name = "resend")
@org.hibernate.annotations.DynamicUpdate
class Resend {
    @Id
    String caseNumber;

    /** Who asks that it is sent; never the one who approves it. */
    String agreedBy;

    String approvedBy;
    /** A code of rules.md 4.12, or NONE. */
    String fact = "NONE";

    String wrongSku;
    boolean weightAsked;
    Long weightAtStart;
    Long packedWeight;
    boolean stockCorrected;
    /** What stood on the shelves when something was short, in words. */
    String shelves;

    int attempts;
    String receivedSku;
    Integer receivedQuantity;
    String disposition;
}
