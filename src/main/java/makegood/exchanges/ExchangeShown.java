package makegood.exchanges;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import makegood.cases.CaseShown;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a person sees of an exchange: the wanted article, how many pieces, the difference and what a charge would be. */
@Component
class ExchangeShown {
    private final Exchanges exchanges;
    private final Prices prices;

    ExchangeShown(Exchanges exchanges, Prices prices) {
        this.exchanges = exchanges;
        this.prices = prices;
    }

    @EventListener
    void on(CaseShown shown) {
        var exchange = exchanges.get(shown.caseNumber());
        if (exchange == null) {
            return;
        }
        var byLine = exchanges.lines(shown.caseNumber()).stream().collect(Collectors.groupingBy(l -> l.lineNumber));
        for (var rows : byLine.values()) {
            var more = new HashMap<String, Object>();
            more.put("newSku", articles(rows));
            more.put("exchangeQuantity", rows.stream().mapToInt(l -> l.quantity).sum());
            shown.lines().merge(rows.get(0).lineNumber, more, (a, b) -> {
                var both = new HashMap<>(a);
                both.putAll(b);
                return both;
            });
        }
        var proposal = shown.proposal();
        proposal.put("wantedSku", articles(byLine.values().iterator().next()));
        proposal.put("priceDifference", exchange.legOrder == null ? prices.difference(exchange) : exchange.difference);
        proposal.put("chargeAmount", prices.worthOfAll(exchange));
        if (exchange.faultFact != null) {
            proposal.put("fact", exchange.faultFact);
        }
        if (exchange.missingSkus != null) {
            proposal.put("missingSkus", exchange.missingSkus);
        }
    }

    private static String articles(List<ExchangeLine> rows) {
        return rows.size() == 1
                ? rows.get(0).newSku
                : rows.stream().map(l -> l.newSku + ":" + l.quantity).collect(Collectors.joining(", "));
    }
}
