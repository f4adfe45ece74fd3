package makegood.exchanges;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import makegood.cases.CaseKind;
import makegood.cases.CaseValue;
import makegood.cases.Cases;
import makegood.cases.Reason;
import makegood.cases.Review;
import makegood.cases.ReviewDecision;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import org.springframework.stereotype.Component;

/** What an agent says to a request for an exchange: also which article, how many pieces, and what the records show. */
@Component
class ExchangeReview {
    private static final int SKU_MAX = 100;
    private static final Set<CaseKind> OFFERS =
            Set.of(CaseKind.RETURN_REFUND, CaseKind.REFUND_ONLY, CaseKind.RESEND, CaseKind.INQUIRY);

    private final Exchanges exchanges;
    private final Cases cases;
    private final CaseValue value;
    private final Authority authority;

    ExchangeReview(Exchanges exchanges, Cases cases, CaseValue value, Authority authority) {
        this.exchanges = exchanges;
        this.cases = cases;
        this.value = value;
        this.authority = authority;
    }

    /**
     * Fields of a review, {@code fact}, {@code wantedSku}, {@code exchangeQuantity_n}: pieces of line n beyond it are
     * refunded, and {@code wantedSku_n}: the articles for line n where they differ ({@code NEW-42:1, NEW-43:1}).
     */
    Review take(Exchange exchange, Answers answers) throws BusinessRefusal {
        var review = Review.read(answers, OFFERS);
        var fact = answers.optional("fact", FaultFact.class);
        var wishes = wishes(exchange, answers);
        var wrong = answers.text("wrongSku", SKU_MAX);
        answers.require(
                wishes.stream().noneMatch(w -> w.oldSku.equals(wrong)),
                "wrongSku",
                "IS_ORDERED",
                "this is the ordered article; name the one that came instead",
                "这是订单商品；请填写实际收到的商品");
        answers.check();
        var by = Caller.current().account();
        if (review.decision() == ReviewDecision.APPROVE
                && !authority.allows("APPROVE_RETURN", by, value.of(exchange.caseNumber))) {
            throw new BeyondAuthority();
        }
        review.keep(cases, exchange.caseNumber);
        fact.ifPresent(f -> exchange.faultFact = f.name());
        wishes.forEach(w -> exchanges.wish(exchange.caseNumber, w.line, w.oldSku, w.articles, w.refunded));
        if (review.decision() == ReviewDecision.APPROVE) {
            exchange.decidedBy = by;
        }
        return review;
    }

    /** Field {@code wrongSku}: the article that the customer got instead of the ordered one; null when nobody knows. */
    String wrongSku(Exchange exchange, Answers answers) {
        var wrong = answers.text("wrongSku", SKU_MAX);
        boolean wrongGoods = cases.get(exchange.caseNumber).reason() == Reason.WRONG_GOODS;
        return wrongGoods && !wrong.isEmpty() ? wrong : null;
    }

    private record Wish(int line, String oldSku, Map<String, Integer> articles, int refunded) {}

    private List<Wish> wishes(Exchange exchange, Answers answers) {
        var byLine = exchanges.lines(exchange.caseNumber).stream()
                .collect(Collectors.groupingBy(l -> l.lineNumber, TreeMap::new, Collectors.toList()));
        var wishes = byLine.values().stream().map(rows -> wish(rows, answers)).toList();
        answers.require(
                wishes.stream().flatMap(w -> w.articles.values().stream()).anyMatch(pieces -> pieces > 0),
                "exchangeQuantity_" + byLine.firstKey(),
                "NOTHING_TO_EXCHANGE",
                "at least one piece is exchanged; offer another procedure otherwise",
                "至少换一件；否则请改用其他处理方式");
        return wishes;
    }

    private static Wish wish(List<ExchangeLine> rows, Answers answers) {
        int line = rows.get(0).lineNumber;
        var name = "exchangeQuantity_" + line;
        int before = rows.stream().mapToInt(l -> l.quantity).sum();
        int all = before + rows.stream().mapToInt(l -> l.refundQuantity).sum();
        int given = answers.quantity(name).orElse(before);
        answers.require(given <= all, name, "OUT_OF_RANGE", "at most " + all, "最多 " + all + " 件");
        int kept = Math.min(given, all);
        var own = answers.text("wantedSku_" + line, SKU_MAX);
        var wanted = own.isEmpty() ? answers.text("wantedSku", SKU_MAX) : own;
        var articles = articles(rows, wanted, kept, before);
        answers.require(
                !articles.isEmpty(),
                own.isEmpty() && !wanted.isEmpty() ? "wantedSku" : "wantedSku_" + line,
                "PIECES_DO_NOT_FIT",
                "which article for each of the " + kept + " pieces? like NEW-42:1, NEW-43:1",
                "请写明 " + kept + " 件各换什么，如 NEW-42:1, NEW-43:1");
        return new Wish(line, rows.get(0).oldSku, articles, all - kept);
    }

    /** As before where nothing is said; a line of which nothing is exchanged keeps one row for what is refunded. */
    private static Map<String, Integer> articles(List<ExchangeLine> rows, String wanted, int kept, int before) {
        if (kept == 0) {
            return Map.of(rows.get(0).newSku, 0);
        }
        if (!wanted.isEmpty()) {
            return WantedArticles.read(wanted, kept);
        }
        if (rows.size() == 1) {
            return Map.of(rows.get(0).newSku, kept);
        }
        var same = new LinkedHashMap<String, Integer>();
        rows.forEach(l -> same.merge(l.newSku, l.quantity, Integer::sum));
        return kept == before ? same : Map.of();
    }

    /** What went wrong with the parcel as the customer tells it (rules.md 1.5). */
    String trouble(String caseNumber) {
        var c = cases.get(caseNumber);
        if (c.exceptionKind() != null) {
            return c.exceptionKind();
        }
        return switch (c.reason()) {
            case WRONG_GOODS -> "WRONG_GOODS";
            case MISSING_GOODS, MISSING_PARTS -> "MISSING_GOODS";
            case DAMAGED_IN_TRANSIT -> "DAMAGED";
            default -> "NONE";
        };
    }
}
