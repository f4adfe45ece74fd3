package makegood.compensations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One proposal and what became of it. Its number is the key under which the coupon is issued; amounts are the value in
 * minor units of {@code currency}. Name and number of an account are kept masked only.
 */
@Entity
@Table(name = "compensation")
@org.hibernate.annotations.DynamicUpdate
class Compensation {
    @Id
    String compensationNumber;

    String caseNumber;
    int seq;
    /** Several kinds may be given at once; from 1. */
    int partNo;

    String store;
    String orderNumber;
    String customerReference;

    @Enumerated(EnumType.STRING)
    @Column(name = "comp_type", columnDefinition = "varchar(24)")
    CompensationType type;

    long amount;
    String currency;
    String giftSku;
    String reasonText;
    String messageText;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(16)")
    CompensationState state;

    /** Who last set the amount. */
    String proposedBy;

    Instant proposedAt;
    String decision;
    String approvedBy;
    String legalReference;
    /** A manager has allowed more than the month's budget. */
    boolean aboveBudget;

    /** The only manager of the store has set the amount: a lead is the second person. */
    boolean leadConfirms;

    String budgetMonth;
    int payOutTry;
    String payOutMethod;
    String accountName;
    String accountNumber;
    String preparedBy;
    /** The return whose way back the customer has paid. */
    String returnCase;

    String givenReference;
    Instant givenAt;

    /** The freight of a return, which is owed: no budget, no count of what the customer got. */
    boolean isFreight() {
        return type == CompensationType.FREIGHT_BILL;
    }

    /** A refused pay-out is answered for good: another try has a number of its own. */
    String payOutNumber() {
        return compensationNumber + "-P" + payOutTry;
    }
}
