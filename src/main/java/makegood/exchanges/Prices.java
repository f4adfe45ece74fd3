package makegood.exchanges;

import java.util.Map;
import java.util.TreeMap;
import makegood.orders.LineArticles;
import makegood.stores.Product;
import makegood.stores.Products;
import org.springframework.stereotype.Component;

/**
 * What an exchange costs or saves the customer: today's list price of the new article less the list price of the old one at
 * purchase, both before promotion. The same article again costs nothing, whatever its price is today; an article without a
 * known price counts as equal. Minor units.
 */
@Component
class Prices {
    private final Exchanges exchanges;
    private final Products products;
    private final LineArticles articles;

    Prices(Exchanges exchanges, Products products, LineArticles articles) {
        this.articles = articles;
        this.exchanges = exchanges;
        this.products = products;
    }

    /** Positive when the customer is to pay. */
    long difference(Exchange exchange) {
        var before = articles.of(exchanges.order(exchange));
        return exchanges.exchanged(exchange.caseNumber).stream()
                .mapToLong(l ->
                        (price(exchange, l, before) - before.get(l.lineNumber).listPrice()) * l.quantity)
                .sum();
    }

    /** The new pieces together. */
    long newPieces(Exchange exchange) {
        var before = articles.of(exchanges.order(exchange));
        return exchanges.exchanged(exchange.caseNumber).stream()
                .mapToLong(l -> price(exchange, l, before) * l.quantity)
                .sum();
    }

    /** One new piece of the line. */
    long priceOf(Exchange exchange, ExchangeLine line) {
        return price(exchange, line, articles.of(exchanges.order(exchange)));
    }

    /** An article of which no price is known counts as equal. */
    private long price(Exchange exchange, ExchangeLine line, Map<Integer, LineArticles.Article> before) {
        long old = before.get(line.lineNumber).listPrice();
        return line.sameArticle()
                ? old
                : products.find(exchange.store, line.newSku)
                        .map(Product::listPrice)
                        .orElse(old);
    }

    /** What the customer paid for the old pieces that are exchanged, by line. */
    Map<Integer, Long> worth(Exchange exchange) {
        var order = exchanges.order(exchange);
        var worth = new TreeMap<Integer, Long>();
        exchanges
                .pieces(exchange.caseNumber)
                .forEach((line, pieces) ->
                        worth.put(line, order.line(line).orElseThrow().shareOf(pieces)));
        return worth;
    }

    long worthOfAll(Exchange exchange) {
        return worth(exchange).values().stream().mapToLong(Long::longValue).sum();
    }
}
