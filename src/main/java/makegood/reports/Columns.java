package makegood.reports;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import makegood.ledger.Entry.Kind;
import makegood.platform.Text;

/** What several reports have in common. */
final class Columns {
    /** What customers got back for what they had paid: goods, and the freight to them. */
    static final String REFUND_KINDS = quoted(EnumSet.of(Kind.REFUND, Kind.OUTBOUND_FREIGHT));

    /** All that costs the shop; what a platform pays itself, and money that was never ours, is shown apart. */
    static final String COST_KINDS =
            quoted(EnumSet.complementOf(EnumSet.of(Kind.PLATFORM_PAID, Kind.PAYMENT_RETURNED)));

    static final Column STORE = Column.key("store", Column.Role.STORE, "store", new Text("Store", "店铺"));
    static final Column DAY = Column.key("day", Column.Role.DAY, "on_day", new Text("Day", "日期"));
    static final Column MONTH = Column.key(
            "month",
            Column.Role.MONTH,
            "extract(year from on_day) * 100 + extract(month from on_day)",
            new Text("Month", "月份"));
    static final Column REASON = Column.key("reason", Column.Role.CAUSE, "cause", new Text("Reason", "原因"));
    static final Column UNIT =
            Column.key("unitAtFault", Column.Role.UNIT, "unit_at_fault", new Text("Unit at fault", "责任方"));
    static final Column SKU = Column.key("sku", Column.Role.SKU, "sku", new Text("SKU", "SKU"));
    static final Column MODEL = Column.key("model", Column.Role.MODEL, "max(model)", new Text("Model", "款式型号"));
    static final Column CURRENCY = Column.key("currency", Column.Role.CURRENCY, "currency", new Text("Currency", "币种"));
    static final Column REFUNDED =
            Column.money("refunded", Column.Role.MONEY, REFUND_KINDS, new Text("Refunded, with freight", "退款（含运费）"));
    static final Column COST = Column.money("cost", Column.Role.MONEY, COST_KINDS, new Text("Cost in all", "成本合计"));

    private Columns() {}

    /** A kind of the ledger on its own. */
    static Column of(Kind kind) {
        return Column.money(kind.name(), Column.Role.KIND, "'" + kind + "'", word(kind));
    }

    private static String quoted(Set<Kind> kinds) {
        return kinds.stream().map(k -> "'" + k + "'").collect(Collectors.joining(", "));
    }

    private static Text word(Kind kind) {
        return switch (kind) {
            case REFUND -> new Text("Refund of goods", "商品退款");
            case OUTBOUND_FREIGHT -> new Text("Freight refunded", "退还运费");
            case RETURN_FREIGHT -> new Text("Courier, way back", "退货运费");
            case EXTRA_FREIGHT -> new Text("Courier, sent again", "补发运费");
            case RESEND -> new Text("Goods sent again", "补发商品");
            case WRITE_OFF -> new Text("Written off", "报损");
            case COMPENSATION -> new Text("Compensation", "补偿");
            case CARRIER_PAYBACK -> new Text("Carrier's payback", "快递赔付");
            case COLLECTED -> new Text("Collected from customers", "向客户收取");
            case PLATFORM_TAKEN -> new Text("Taken by the platform", "平台扣款");
            case PLATFORM_PAID -> new Text("Apart: paid by the platform", "另列：平台赔付");
            case PAYMENT_RETURNED -> new Text("Apart: payments returned", "另列：退回多付款项");
            case CORRECTION -> new Text("Corrections", "更正");
        };
    }
}
