package makegood.resends;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import makegood.cases.CaseFacts;
import makegood.cases.Cases.GoodsDue;
import makegood.orders.Line;
import makegood.platform.Answers;
import makegood.stores.Product;
import makegood.stores.Products;
import org.springframework.stereotype.Component;

/**
 * What is to be sent, as the review says it: pieces of the lines ({@code resendQuantity_n}), one {@code part} of a product,
 * a gift set ({@code giftSku}, {@code giftValue}); with nothing named, everything that was asked for.
 */
@Component
class WhatToSend {
    private static final int MOST_PARTS = 99;

    private final Resends resends;
    private final Products products;

    WhatToSend(Resends resends, Products products) {
        this.resends = resends;
        this.products = products;
    }

    /** Notes among the answers what is wrong with it. */
    List<GoodsDue> read(Answers answers, CaseFacts c) {
        var goods = new ArrayList<GoodsDue>();
        boolean named = answers.has("part") || answers.has("giftSku");
        for (var l : c.lines()) {
            var name = "resendQuantity_" + l.line();
            named |= answers.has(name);
            int pieces = answers.quantity(name).orElse(0);
            int most = owed(c, l);
            answers.require(pieces <= most, name, "OUT_OF_RANGE", "at most " + most, "最多 " + most);
            if (pieces > 0) {
                goods.add(piece(c, l.line(), pieces));
            }
        }
        part(answers, c).ifPresent(goods::add);
        gift(answers, c).ifPresent(goods::add);
        if (!named) {
            goods.addAll(asAsked(c));
        }
        answers.require(!goods.isEmpty(), "resendQuantity", "REQUIRED", "name what is to be sent", "请填写要补发的商品");
        return goods;
    }

    List<GoodsDue> asAsked(CaseFacts c) {
        return c.lines().stream()
                .filter(l -> owed(c, l) > 0)
                .map(l -> piece(c, l.line(), owed(c, l)))
                .toList();
    }

    private int owed(CaseFacts c, CaseFacts.Line asked) {
        return Math.min(
                asked.quantity(),
                resends.order(c).line(asked.line()).orElseThrow().owedPieces());
    }

    private GoodsDue piece(CaseFacts c, int number, int pieces) {
        var line = resends.order(c).line(number).orElseThrow();
        return new GoodsDue(number, line.sku(), pieces, line.unitShare());
    }

    private Optional<GoodsDue> part(Answers answers, CaseFacts c) {
        var given = answers.text("part", 100);
        int pieces = answers.quantity("partQuantity").orElse(1);
        answers.require(
                pieces >= 1 && pieces <= MOST_PARTS,
                "partQuantity",
                "OUT_OF_RANGE",
                "from 1 to " + MOST_PARTS,
                "须为 1 到 " + MOST_PARTS);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var found = c.lines().stream()
                .map(l -> resends.order(c).line(l.line()).orElseThrow())
                .flatMap(line -> part(c, line, given, pieces).stream())
                .findFirst();
        answers.require(
                found.isPresent(), "part", "PART_UNKNOWN", "no product of these lines has this part", "相关商品没有该配件");
        return found;
    }

    private Optional<GoodsDue> part(CaseFacts c, Line line, String given, int pieces) {
        return products.find(c.store(), line.sku()).stream()
                .flatMap(product -> product.parts().stream())
                .filter(p -> given.equals(p.part()) || given.equals(sku(line, p)))
                .map(p -> new GoodsDue(line.line(), sku(line, p), pieces, p.value()))
                .findFirst();
    }

    /** A part is a SKU of its own: {@code SHELF-5-SCREW}, whether the product names it so or {@code SCREW} only. */
    static String sku(Line line, Product.Part part) {
        return part.part().startsWith(line.sku() + "-") ? part.part() : line.sku() + "-" + part.part();
    }

    private static Optional<GoodsDue> gift(Answers answers, CaseFacts c) {
        var sku = answers.text("giftSku", 100);
        var value = answers.amount("giftValue");
        answers.require(
                sku.isEmpty() || value.isPresent() || answers.has("giftValue"),
                "giftValue",
                "REQUIRED",
                "what is the gift worth?",
                "请填写赠品价值");
        return sku.isEmpty()
                ? Optional.empty()
                : Optional.of(new GoodsDue(c.lines().get(0).line(), sku, 1, value.orElse(0L)));
    }
}
