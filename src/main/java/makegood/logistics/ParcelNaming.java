package makegood.logistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.OpenCase;
import makegood.orders.Parcel;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/**
 * A person says which parcel is meant. Fields {@code trackingNumber}; {@code alsoInTrouble} other numbers, each of which gets
 * a case of its own; per line {@code quantity_n} the pieces in the named parcel, where the order does not say.
 */
@Component
class ParcelNaming {
    private static final int SEVERAL = 400;

    private final Troubles troubles;
    private final Cases cases;
    private final OpenCase openCase;

    ParcelNaming(Troubles troubles, Cases cases, OpenCase openCase) {
        this.troubles = troubles;
        this.cases = cases;
        this.openCase = openCase;
    }

    void taken(String caseNumber, Answers answers) throws BusinessRefusal {
        var c = cases.get(caseNumber);
        var candidates = WhichParcel.candidates(c, troubles.order(c)).stream()
                .collect(Collectors.toMap(Parcel::trackingNumber, p -> p));
        var named = answers.requiredText("trackingNumber", 64);
        mustKnow(answers, "trackingNumber", List.of(named), candidates);
        var others = new LinkedHashSet<>(List.of(
                answers.text("alsoInTrouble", SEVERAL).isEmpty()
                        ? new String[0]
                        : answers.text("alsoInTrouble", SEVERAL).split("[\\s,，、;；]+")));
        others.remove(named);
        mustKnow(answers, "alsoInTrouble", others, candidates);
        var inside = inside(c, candidates.get(named), answers);
        var left = left(c, inside);
        var shares = new HashMap<String, List<CaseFacts.Line>>();
        for (var other : others) {
            if (candidates.containsKey(other)) {
                shares.put(other, takeOut(candidates.get(other), left));
                answers.require(
                        !shares.get(other).isEmpty(),
                        "alsoInTrouble",
                        "NOTHING_LEFT",
                        "say by quantity_n how many pieces are in the first parcel: nothing is left for " + other,
                        "请用件数说明第一个包裹里有几件，否则 " + other + " 中没有商品");
            }
        }
        answers.check();
        troubles.named(caseNumber, named, inside);
        cases.note(caseNumber, "PARCEL", new Text("Parcel named: " + named + ".", "确认包裹：" + named + "。"));
        for (var other : others) {
            open(c, other, shares.get(other));
        }
    }

    private static void mustKnow(
            Answers answers, String field, Iterable<String> numbers, Map<String, Parcel> candidates) {
        for (var number : numbers) {
            answers.require(
                    number.isEmpty() || candidates.containsKey(number),
                    field,
                    "PARCEL_UNKNOWN",
                    "one of " + candidates.keySet(),
                    "可选：" + candidates.keySet());
        }
    }

    private static List<CaseFacts.Line> inside(CaseFacts c, Parcel parcel, Answers answers) {
        var inside = new ArrayList<CaseFacts.Line>();
        for (var line : c.lines()) {
            boolean carried = parcel != null
                    && (parcel.lines().isEmpty() || parcel.lines().contains(line.line()));
            var field = "quantity_" + line.line();
            int pieces = answers.quantity(field).orElse(carried ? line.quantity() : 0);
            answers.require(
                    pieces <= line.quantity(),
                    field,
                    "OUT_OF_RANGE",
                    "at most " + line.quantity(),
                    "最多 " + line.quantity() + " 件");
            if (pieces > 0) {
                inside.add(new CaseFacts.Line(line.line(), pieces));
            }
        }
        answers.require(parcel == null || !inside.isEmpty(), "quantity", "REQUIRED", "at least one piece", "至少一件商品");
        return inside;
    }

    private static Map<Integer, Integer> left(CaseFacts c, List<CaseFacts.Line> inside) {
        var left = new TreeMap<Integer, Integer>();
        c.lines().forEach(l -> left.put(l.line(), l.quantity()));
        inside.forEach(l -> left.merge(l.line(), -l.quantity(), Integer::sum));
        return left;
    }

    private static List<CaseFacts.Line> takeOut(Parcel parcel, Map<Integer, Integer> left) {
        var pieces = new ArrayList<CaseFacts.Line>();
        left.replaceAll((line, quantity) -> {
            boolean carried = parcel.lines().isEmpty() || parcel.lines().contains(line);
            if (carried && quantity > 0) {
                pieces.add(new CaseFacts.Line(line, quantity));
            }
            return carried ? 0 : quantity;
        });
        return pieces;
    }

    /** The same words of the same customer, about another parcel. */
    private void open(CaseFacts c, String tracking, List<CaseFacts.Line> pieces) throws BusinessRefusal {
        var request = new HashMap<String, Object>();
        request.put("store", c.store());
        request.put("orderNumber", c.orderNumber());
        request.put("procedure", "LOGISTICS");
        request.put("reason", c.reason().name());
        request.put("channel", c.channel().name());
        request.put("statement", c.statement() == null ? "" : c.statement());
        request.put(
                "lines", pieces.stream().map(l -> l.line() + ":" + l.quantity()).collect(Collectors.joining(",")));
        request.put("trackingNumber", tracking);
        var opened = openCase.open(request, "parcel|" + c.caseNumber() + "|" + tracking);
        cases.note(
                c.caseNumber(),
                "PARCEL",
                new Text(
                        "Parcel " + tracking + " is followed by case " + opened.caseNumber() + ".",
                        "包裹 " + tracking + " 由案件 " + opened.caseNumber() + " 跟进。"));
        cases.note(
                opened.caseNumber(),
                "PARCEL",
                new Text(
                        "Opened from case " + c.caseNumber() + ": the same order, another parcel.",
                        "由案件 " + c.caseNumber() + " 另立：同一订单的另一个包裹。"));
    }
}
