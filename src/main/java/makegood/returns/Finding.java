package makegood.returns;

import java.util.EnumSet;
import java.util.Set;
import makegood.platform.Text;

/** What the warehouse finds in the parcel, per line (rules.md 1.8). */
enum Finding {
    AS_ANNOUNCED(new Text("as announced", "与申报一致")),
    OPENED_INSPECTED(new Text("opened to look, intact", "拆封查验完好")),
    USED_BEYOND_INSPECTION(new Text("used beyond inspection", "超出查验使用")),
    SEAL_BROKEN_HYGIENE(new Text("hygiene seal broken", "一次性密封破损")),
    TAG_REMOVED(new Text("tag removed", "吊牌剪除")),
    SOILED(new Text("soiled or damaged", "污损")),
    PART_MISSING(new Text("part missing", "缺配件")),
    GIFT_MISSING(new Text("gift missing", "缺赠品")),
    SHORT_QUANTITY(new Text("fewer than announced", "数量少")),
    EXTRA_GOODS(new Text("more than announced", "多出商品")),
    WRONG_ITEM_RETURNED(new Text("not the goods of this order", "非本订单商品")),
    EMPTY_PARCEL(new Text("empty parcel", "空包")),
    DEFECT_CONFIRMED(new Text("defect confirmed", "缺陷属实")),
    DEFECT_NOT_FOUND(new Text("no defect found", "未发现缺陷")),
    MISUSE(new Text("misuse", "使用不当")),
    TRANSIT_DAMAGE_INBOUND(new Text("damaged on the way back", "退货途中损坏")),
    COUNTERFEIT_SWAP(new Text("swapped for a counterfeit", "掉包")),
    EXPIRED(new Text("past its date", "过保质期")),
    SERIAL_MISMATCH(new Text("serial number differs", "序列号不符")),
    HAZARD(new Text("safety hazard", "安全隐患"));

    private static final Set<Finding> EXPLAIN_FEWER =
            EnumSet.of(SHORT_QUANTITY, EMPTY_PARCEL, WRONG_ITEM_RETURNED, COUNTERFEIT_SWAP, SERIAL_MISMATCH);

    private final Text text;

    Finding(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }

    /**
     * Of goods that came in two parcels: what is wrong with either counts; that something was missing no longer does when
     * all of it has come.
     */
    static Finding of(Finding before, Finding now, boolean complete) {
        if (before == null || complete && (before == SHORT_QUANTITY || before == EMPTY_PARCEL)) {
            return now;
        }
        return now == AS_ANNOUNCED || now == OPENED_INSPECTED && before != AS_ANNOUNCED ? before : now;
    }

    /** Whether the finding says why fewer pieces came than were announced. */
    boolean explainsFewer() {
        return EXPLAIN_FEWER.contains(this);
    }
}
