package makegood.logistics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import makegood.platform.Text;

/** What is wrong with a parcel (rules.md 1.5). */
enum ExceptionKind {
    NO_FIRST_SCAN("no first scan", "无揽收"),
    NO_UPDATE("no update", "停滞无更新"),
    OVERDUE("overdue", "超时未达"),
    STUCK("stuck", "滞留"),
    LOST("lost", "丢失"),
    DAMAGED("damaged", "破损"),
    WRONG_GOODS("wrong goods", "错发"),
    MISSING_GOODS("goods missing", "少件"),
    DELIVERED_NOT_RECEIVED("delivered, not received", "显示签收未收到"),
    REFUSED_BY_CUSTOMER("refused on delivery", "拒收"),
    COD_REFUSED("cash on delivery refused", "货到付款拒收"),
    WRONG_ADDRESS("wrong address", "地址错误"),
    ADDRESS_UNREACHABLE("address not served", "超区无法派送"),
    CUSTOMS_HELD("held by customs", "清关滞留"),
    RETURN_LEG_NO_UPDATE("no update on the way back", "退货途中停滞"),
    RETURN_LEG_LOST("lost on the way back", "退货丢件");

    private static final Set<ExceptionKind> HEALING =
            EnumSet.of(NO_FIRST_SCAN, NO_UPDATE, OVERDUE, STUCK, WRONG_ADDRESS, ADDRESS_UNREACHABLE, CUSTOMS_HELD);
    private final Text text;

    ExceptionKind(String en, String zh) {
        text = new Text(en, zh);
    }

    /** Empty for null and for codes that are no trouble of a parcel with a case. */
    static Optional<ExceptionKind> of(String code) {
        return Arrays.stream(values()).filter(k -> k.name().equals(code)).findFirst();
    }

    Text text() {
        return text;
    }

    /** Over as soon as the carrier delivers; where the customer says no, a scan proves nothing. */
    boolean healsByDelivery() {
        return HEALING.contains(this);
    }

    /** Days without a scan make it lost. Nobody knows that of a parcel that never left the house. */
    boolean lostByRule() {
        return healsByDelivery() && this != NO_FIRST_SCAN && this != CUSTOMS_HELD;
    }

    /** Which way the procedure goes: TRANSIT, CONTENTS, REFUSED. */
    String route() {
        return switch (this) {
            case DAMAGED, WRONG_GOODS, MISSING_GOODS -> "CONTENTS";
            case REFUSED_BY_CUSTOMER, COD_REFUSED -> "REFUSED";
            default -> "TRANSIT";
        };
    }

    /** Nobody doubts the loss any more: what the carrier owes is claimed at once. */
    boolean lossCertain() {
        return this == LOST || this == DAMAGED || this == MISSING_GOODS || this == RETURN_LEG_LOST;
    }
}
