package makegood.logistics;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * A line of the order in a case of trouble: pieces in the case, pieces that are affected, what is refunded for them (minor
 * units), and pieces that came back with their grade (A to D).
 */
@Entity
@org.hibernate.annotations.DynamicUpdate
class TroubleLine {
    @Id
    String id;

    String caseNumber;
    int lineNumber;
    String sku;
    int quantity;
    int affected;
    long amount;
    int received;
    String goodsGrade;
}
