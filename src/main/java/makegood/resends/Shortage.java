package makegood.resends;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import makegood.cases.CaseFacts;
import makegood.cases.CaseKind;
import makegood.cases.Cases;
import makegood.cases.Cases.GoodsDue;
import makegood.orders.Line;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import org.springframework.stereotype.Component;

/** Something that was agreed is not on the shelf: what is there instead, and which ways are open. */
@Component
class Shortage {
    /** What the person chose; {@code offer} null unless another procedure takes over. */
    record Way(ShortageDecision decision, CaseKind offer) {}

    private final Resends resends;
    private final Cases cases;

    Shortage(Resends resends, Cases cases) {
        this.resends = resends;
        this.cases = cases;
    }

    /** SKUs owed, and the sets that a missing part could be taken from. */
    List<String> skus(CaseFacts c) {
        var skus = new LinkedHashSet<String>();
        cases.goodsDue(c.caseNumber()).forEach(g -> skus.add(g.sku()));
        parts(c).forEach(g -> skus.add(set(c, g)));
        return List.copyOf(skus);
    }

    void found(String caseNumber, Map<String, Object> values) {
        if (values.get("shelves") instanceof List<?> shelves) {
            resends.get(caseNumber).shelves = shelves.stream()
                    .filter(Map.class::isInstance)
                    .map(s -> ((Map<?, ?>) s).get("sku") + " " + ((Map<?, ?>) s).get("sellable"))
                    .collect(Collectors.joining(", "));
        }
    }

    /** Parts of products, which a set holds too; gifts are none. */
    List<GoodsDue> parts(CaseFacts c) {
        return cases.goodsDue(c.caseNumber()).stream()
                .filter(g -> g.sku().startsWith(set(c, g) + "-"))
                .toList();
    }

    private String set(CaseFacts c, GoodsDue part) {
        return resends.order(c).line(part.line()).map(Line::sku).orElseThrow();
    }

    Way read(CaseFacts c, Answers answers, boolean called) throws BusinessRefusal {
        var decision = answers.required("decision", ShortageDecision.class);
        var offer = answers.optional("offerProcedure", CaseKind.class);
        boolean other = decision == ShortageDecision.OFFER_OTHER && !called;
        answers.require(
                decision != ShortageDecision.OPEN_NEW_SET || !parts(c).isEmpty(),
                "decision",
                "NO_PART",
                "only a part can be taken from a new set",
                "只有配件才能从新套装中取出");
        answers.require(
                !other || answers.has("offerProcedure"),
                "offerProcedure",
                "REQUIRED",
                "which procedure instead?",
                "请选择改为哪种处理");
        answers.require(
                offer.isEmpty() || ReviewResendProcess.OFFERS.contains(offer.get()),
                "offerProcedure",
                "PROCEDURE_NOT_SERVED",
                "can be offered: " + ReviewResendProcess.OFFERS,
                "目前可改为：" + ReviewResendProcess.OFFERS);
        return new Way(decision, other ? offer.orElse(null) : null);
    }

    /** One set off the shelf: its part onto the part's shelf, the rest aside as a parts set. */
    List<Map<String, Object>> openedSets(CaseFacts c) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var part : parts(c)) {
            lines.add(Map.of(
                    "line", part.line(),
                    "sku", set(c, part),
                    "quantity", part.quantity(),
                    "from", "RESTOCK",
                    "disposition", "REFURBISH"));
            lines.add(Map.of(
                    "line", part.line(),
                    "sku", part.sku(),
                    "quantity", part.quantity(),
                    "disposition", "RESTOCK"));
        }
        return lines;
    }
}
