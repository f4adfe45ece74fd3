package makegood.exchanges;

import java.util.List;
import java.util.stream.Collectors;
import makegood.orders.LineArticles;
import org.springframework.stereotype.Component;

/** The exchange is done: what the customer has now, for whatever is asked about these lines next. */
@Component
class NewArticles {
    private final Exchanges exchanges;
    private final Prices prices;
    private final LineArticles articles;

    NewArticles(Exchanges exchanges, Prices prices, LineArticles articles) {
        this.exchanges = exchanges;
        this.prices = prices;
        this.articles = articles;
    }

    /** Of a line with several articles nobody can say which comes back: the warehouse sees it. */
    void with(Exchange exchange) {
        exchanges.exchanged(exchange.caseNumber).stream()
                .collect(Collectors.groupingBy(l -> l.lineNumber))
                .values()
                .stream()
                .filter(rows -> rows.size() == 1 && isWholeLine(exchange, rows))
                .map(rows -> rows.get(0))
                .forEach(l -> articles.become(
                        exchange.store,
                        exchange.orderNumber,
                        l.lineNumber,
                        new LineArticles.Article(l.newSku, prices.priceOf(exchange, l))));
    }

    private boolean isWholeLine(Exchange exchange, List<ExchangeLine> rows) {
        var line = exchanges.order(exchange).line(rows.get(0).lineNumber).orElseThrow();
        return rows.get(0).quantity == line.quantity() - line.returnedQuantity();
    }
}
