package makegood.compensations;

import java.util.List;
import java.util.stream.Stream;
import makegood.cases.Remedy;
import makegood.platform.Text;

/** What a customer is given, and on which way it reaches them. */
enum CompensationType {
    COUPON(Way.COUPON, Remedy.COUPON, "a coupon of", "优惠券"),
    POINTS(Way.COUPON, Remedy.POINTS, "points worth", "积分，价值"),
    CASH(Way.CASH, Remedy.CASH_COMPENSATION, "a payment of", "现金补偿"),
    GIFT(Way.GIFT, Remedy.GIFT, "a gift worth", "赠品，价值"),
    WAIVED_DIFFERENCE(Way.WAIVER, Remedy.PRICE_DIFFERENCE, "a waived difference of", "免收差额"),
    STATUTORY_DAMAGES(Way.CASH, Remedy.STATUTORY_DAMAGES, "damages by law of", "法定赔偿"),
    /** What the customer has paid for a way back that is ours; owed, no compensation. */
    FREIGHT_BILL(Way.CASH, Remedy.CASH_COMPENSATION, "your freight bill of", "退货运费");

    /** The department that sends it, as the model asks. */
    enum Way {
        COUPON,
        CASH,
        GIFT,
        WAIVER
    }

    private final Way way;
    private final Remedy remedy;
    private final Text words;

    CompensationType(Way way, Remedy remedy, String en, String zh) {
        this.way = way;
        this.remedy = remedy;
        this.words = new Text(en, zh);
    }

    /** What the table of authority looks at where several are given: the one that fewest people may give. */
    static CompensationType strictest(List<CompensationType> types) {
        return Stream.of(STATUTORY_DAMAGES, CASH, WAIVED_DIFFERENCE, GIFT, COUPON, POINTS, FREIGHT_BILL)
                .filter(types::contains)
                .findFirst()
                .orElseThrow();
    }

    Way way() {
        return way;
    }

    Remedy remedy() {
        return remedy;
    }

    Text words() {
        return words;
    }
}
