package makegood.exchanges;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makegood.cases.Cases;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** Which of the wanted articles are not there, as the warehouse says. */
@Component
class MissingArticles {
    private static final int LONGEST = 500;

    private final Exchanges exchanges;
    private final Cases cases;

    MissingArticles(Exchanges exchanges, Cases cases) {
        this.exchanges = exchanges;
        this.cases = cases;
    }

    /** From the answer of {@code warehouse.check-stock}; a warehouse that refused to hold them has the last word. */
    void found(Exchange exchange, Map<String, Object> answer) {
        var wanted = exchanges.articles(exchange.caseNumber);
        var shelves = shelves(wanted.keySet().iterator().next(), answer);
        // an article the warehouse says nothing of is not missing: the reservation decides
        var missing = wanted.entrySet().stream()
                .filter(a -> shelves.getOrDefault(a.getKey(), Long.MAX_VALUE) < a.getValue())
                .map(Map.Entry::getKey)
                .toList();
        if (missing.isEmpty() && exchange.stockGone) {
            missing = List.copyOf(wanted.keySet());
        }
        var names = String.join(", ", missing);
        exchange.missingSkus = missing.isEmpty() ? null : names.substring(0, Math.min(LONGEST, names.length()));
        if (!missing.isEmpty()) {
            cases.note(
                    exchange.caseNumber, "NO_STOCK", new Text("Not in stock: " + names + ".", "暂无库存：" + names + "。"));
        }
    }

    private static Map<String, Long> shelves(String first, Map<String, Object> answer) {
        var shelves = new HashMap<String, Long>();
        shelves.put(first, answer.get("sellable") instanceof Number n ? n.longValue() : 0L);
        if (answer.get("shelves") instanceof List<?> several) {
            several.forEach(shelf -> {
                if (shelf instanceof Map<?, ?> s && s.get("sellable") instanceof Number n) {
                    shelves.put(String.valueOf(s.get("sku")), n.longValue());
                }
            });
        }
        return shelves;
    }

    /** The rows that wait for something else. */
    List<ExchangeLine> lines(Exchange exchange) {
        var missing = exchange.missingSkus == null ? Set.<String>of() : Set.of(exchange.missingSkus.split(", "));
        return exchanges.exchanged(exchange.caseNumber).stream()
                .filter(l -> missing.contains(l.newSku))
                .toList();
    }
}
