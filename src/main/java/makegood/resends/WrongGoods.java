package makegood.resends;

import java.util.Map;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.Cases.GoodsDue;
import makegood.cases.Reason;
import makegood.orders.Line;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Text;
import makegood.stores.Product;
import makegood.stores.Products;
import org.springframework.stereotype.Component;

/** Goods of ours that a customer got by mistake. */
@Component
class WrongGoods {
    /** What happens to them when they are back; codes of rules.md 1.8. */
    enum Disposition {
        RESTOCK,
        RESTOCK_AS_OPENED,
        REFURBISH,
        SCRAP,
        SUPPLIER_RETURN,
        QUARANTINE
    }

    private final Resends resends;
    private final Cases cases;
    private final Products products;

    WrongGoods(Resends resends, Cases cases, Products products) {
        this.resends = resends;
        this.cases = cases;
        this.products = products;
    }

    /** What the customer holds: the SKU that came instead where it is known, as many pieces as are sent again. */
    GoodsDue of(CaseFacts c) {
        var sent = cases.goodsDue(c.caseNumber());
        var line = resends.order(c).line(sent.get(0).line()).orElseThrow();
        var wrong = resends.get(c.caseNumber()).wrongSku;
        int pieces = sent.stream().mapToInt(GoodsDue::quantity).sum();
        return new GoodsDue(line.line(), wrong == null ? line.sku() : wrong, pieces, unitValue(c, wrong, line));
    }

    private long unitValue(CaseFacts c, String wrongSku, Line line) {
        return wrongSku == null
                ? line.unitShare()
                : products.find(c.store(), wrongSku).map(Product::listPrice).orElse(line.unitShare());
    }

    /** Inputs of {@code wrong-goods-return}. */
    Map<String, Object> facts(CaseFacts c) {
        return Map.of(
                "safety",
                c.reason() == Reason.SAFETY_HAZARD,
                "small",
                of(c).unitValue() <= resends.store(c).limits().refundWithoutReturnUnit());
    }

    /** Whether they came. */
    boolean received(CaseFacts c, Answers answers) throws BusinessRefusal {
        var found = answers.flag("found");
        answers.require(found.isPresent() || answers.has("found"), "found", "REQUIRED", "did they come?", "请选择是否收到");
        var expected = of(c);
        var sku = answers.text("receivedSku", 100);
        int pieces = answers.quantity("receivedQuantity").orElse(expected.quantity());
        var disposition = answers.optional("disposition", Disposition.class);
        boolean came = found.orElse(false);
        answers.require(
                !came || answers.has("disposition"), "disposition", "REQUIRED", "what happens to them?", "请选择处置方式");
        answers.require(!came || pieces > 0, "receivedQuantity", "OUT_OF_RANGE", "at least 1", "至少 1 件");
        answers.check();
        if (came) {
            var resend = resends.get(c.caseNumber());
            resend.receivedSku = sku.isEmpty() ? expected.sku() : sku;
            resend.receivedQuantity = pieces;
            resend.disposition = disposition.orElseThrow().name();
        }
        cases.note(
                c.caseNumber(),
                "PARCEL",
                came
                        ? new Text("The wrong goods are back.", "错发的商品已退回。")
                        : new Text("The wrong goods did not come back.", "错发的商品未能退回。"));
        return came;
    }
}
