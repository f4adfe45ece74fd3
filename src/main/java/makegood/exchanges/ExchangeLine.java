package makegood.exchanges;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Pieces of one line of the order: so many exchanged for another article or a new one, so many refunded. */
@Entity
@Table(name = "exchange_line")
@org.hibernate.annotations.DynamicUpdate
class ExchangeLine {
    @Id
    String id;

    String caseNumber;
    int lineNumber;
    String oldSku;
    String newSku;
    int quantity;
    int refundQuantity;

    boolean sameArticle() {
        return oldSku.equals(newSku);
    }
}
