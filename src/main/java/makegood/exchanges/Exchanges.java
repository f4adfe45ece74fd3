package makegood.exchanges;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makegood.cases.Cases;
import makegood.orders.LineArticles;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.stores.StoreSettings;
import makegood.stores.Stores;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of exchanges, with the order and store they belong to. */
@Component
@Transactional
class Exchanges {
    private final EntityManager entities;
    private final Cases cases;
    private final Orders orders;
    private final Stores stores;
    private final LineArticles articles;
    private final Clock clock;

    Exchanges(EntityManager entities, Cases cases, Orders orders, Stores stores, LineArticles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
        this.entities = entities;
        this.cases = cases;
        this.orders = orders;
        this.stores = stores;
    }

    /** The wanted article, or the ordered one again. A case that comes back to its exchange begins it anew. */
    public Exchange begin(String caseNumber) {
        var known = get(caseNumber);
        if (known != null) {
            known.anew();
            return known;
        }
        var c = cases.get(caseNumber);
        var begun = new Exchange();
        begun.caseNumber = caseNumber;
        begun.store = c.store();
        begun.orderNumber = c.orderNumber();
        entities.persist(begun);
        var order = order(begun);
        var now = articles.of(order);
        for (var l : c.lines()) {
            var sku = now.get(l.line()).sku();
            var wanted = c.wantedSku() == null ? sku : c.wantedSku();
            var articles = WantedArticles.read(wanted, l.quantity());
            // what nobody can read is looked for as it is written, and a person sees it
            wish(caseNumber, l.line(), sku, articles.isEmpty() ? Map.of(wanted, l.quantity()) : articles, 0);
        }
        return begun;
    }

    /** What becomes of the pieces of a line: so many of each article instead, so many refunded. */
    public void wish(String caseNumber, int line, String oldSku, Map<String, Integer> articles, int refunded) {
        var rows = new ArrayDeque<>(
                lines(caseNumber).stream().filter(l -> l.lineNumber == line).toList());
        int position = 0;
        for (var article : articles.entrySet()) {
            var row = rows.isEmpty() ? null : rows.poll();
            boolean added = row == null;
            row = added ? new ExchangeLine() : row;
            row.newSku = article.getKey();
            row.quantity = article.getValue();
            row.refundQuantity = position == 0 ? refunded : 0;
            if (added) {
                row.id = caseNumber + ":" + line + (position == 0 ? "" : ":" + position);
                row.caseNumber = caseNumber;
                row.lineNumber = line;
                row.oldSku = oldSku;
                entities.persist(row);
            }
            position++;
        }
        rows.forEach(entities::remove);
    }

    /** Null when the case is about no exchange. */
    public Exchange get(String caseNumber) {
        return entities.find(Exchange.class, caseNumber);
    }

    public List<ExchangeLine> lines(String caseNumber) {
        return entities.createQuery(
                        "from ExchangeLine l where l.caseNumber = :case order by l.lineNumber, l.id",
                        ExchangeLine.class)
                .setParameter("case", caseNumber)
                .getResultList();
    }

    /** The lines of which pieces are exchanged. */
    public List<ExchangeLine> exchanged(String caseNumber) {
        return lines(caseNumber).stream().filter(l -> l.quantity > 0).toList();
    }

    /** How many pieces of each line are exchanged. */
    public Map<Integer, Integer> pieces(String caseNumber) {
        var pieces = new TreeMap<Integer, Integer>();
        exchanged(caseNumber).forEach(l -> pieces.merge(l.lineNumber, l.quantity, Integer::sum));
        return pieces;
    }

    /** How many pieces of each article are wanted. */
    public Map<String, Integer> articles(String caseNumber) {
        var articles = new LinkedHashMap<String, Integer>();
        exchanged(caseNumber).forEach(l -> articles.merge(l.newSku, l.quantity, Integer::sum));
        return articles;
    }

    /** The request to hold what is wanted, for as long as the store does. */
    public Map<String, Object> hold(Exchange exchange) {
        var days = settings(exchange).limits().exchanges().reservationDays();
        var payload = new HashMap<String, Object>();
        payload.put("orderNumber", exchange.orderNumber);
        payload.put("lines", wanted(exchange.caseNumber));
        payload.put("until", clock.instant().plus(Duration.ofDays(days)).toString());
        return payload;
    }

    /** The request to let go of what is held. */
    public Map<String, Object> letGo(Exchange exchange) {
        var payload = new HashMap<String, Object>();
        payload.put("orderNumber", exchange.orderNumber);
        payload.put("reservation", exchange.reservation);
        exchange.reservation = null;
        return payload;
    }

    /** What the warehouse is to look up or reserve. */
    public List<Map<String, Object>> wanted(String caseNumber) {
        return articles(caseNumber).entrySet().stream()
                .map(a -> Map.<String, Object>of("sku", a.getKey(), "quantity", a.getValue()))
                .toList();
    }

    /** Null when no open exchange has this pick-up. */
    public String caseOfPickUp(String trackingNumber) {
        return entities.createQuery(
                        "select e.caseNumber from Exchange e where e.pickUpTracking = :tracking", String.class)
                .setParameter("tracking", trackingNumber)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    public Order order(Exchange exchange) {
        return orders.find(exchange.store, exchange.orderNumber).orElseThrow();
    }

    public StoreSettings settings(Exchange exchange) {
        return stores.known(exchange.store);
    }
}
