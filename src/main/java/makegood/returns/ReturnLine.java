package makegood.returns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;

/** One line of a return: announced, received, found, and what the table says of it. */
@Entity
@Table(name = "return_line")
@org.hibernate.annotations.DynamicUpdate
class ReturnLine {
    @Id
    String id;

    String caseNumber;
    int lineNumber;
    String sku;
    int announced;
    int received;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(2)")
    GoodsGrade goodsGrade;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(32)")
    Finding finding;

    /** Pieces that the carrier lost while others of the return arrived: paid, never booked. */
    int lostPieces;

    /** Pieces that stand on a shelf already. */
    int bookedPieces;
    /** Wrong goods were sent: so many of the ordered article stand on the shelf again, as they never left it. */
    int neverLeft;
    /** The article that left unbooked in their place, once it is known and booked out. */
    String leftInstead;

    String receivedSku;
    Integer refundPct;
    boolean partValue;
    boolean agree;
    String disposition;
    boolean sentBack;

    /** None of its pieces was seen: what the carrier lost counts as announced, what nobody sent is missing. */
    void uninspected(boolean lost) {
        finding = lost ? Finding.AS_ANNOUNCED : Finding.SHORT_QUANTITY;
        goodsGrade = lost ? GoodsGrade.A : GoodsGrade.D;
    }

    /** What the table says of this line. */
    void disposed(Map<String, Object> result) {
        refundPct = ((Number) result.get("refundPct")).intValue();
        partValue = Boolean.TRUE.equals(result.get("partValue"));
        agree = Boolean.TRUE.equals(result.get("agree"));
        disposition = (String) result.get("disposition");
    }

    /** What really came, which may be another article than the one announced. */
    String came() {
        return receivedSku == null ? sku : receivedSku;
    }

    /** Announced pieces that came and are not booked yet. */
    int toBook() {
        return Math.min(received, announced) - bookedPieces;
    }

    boolean complete() {
        return received >= announced;
    }

    /** Announced pieces that came or were lost on the way: what is paid for. */
    int accounted() {
        return Math.min(received + lostPieces, announced);
    }

    /** Whether these pieces are the customer's again; extra goods go back beside an accepted line. */
    boolean goesBackToCustomer() {
        return !sentBack && received > 0 && "SEND_BACK".equals(disposition);
    }
}
