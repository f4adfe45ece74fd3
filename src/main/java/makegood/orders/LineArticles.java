package makegood.orders;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the customer has now of a line that was exchanged as a whole; the order itself stays as it was sold. */
@Service
@Transactional
public class LineArticles {
    /** {@code listPrice} of one piece when it was exchanged, in minor units. */
    public record Article(String sku, long listPrice) {}

    private final JdbcClient db;

    LineArticles(JdbcClient db) {
        this.db = db;
    }

    public void become(String store, String orderNumber, int line, Article article) {
        int changed = db.sql("update line_article set sku = ?, list_price = ?"
                        + " where store = ? and order_number = ? and line_number = ?")
                .params(article.sku(), article.listPrice(), store, orderNumber, line)
                .update();
        if (changed == 0) {
            db.sql(
                            "insert into line_article (store, order_number, line_number, sku, list_price) values (?, ?, ?, ?, ?)")
                    .params(store, orderNumber, line, article.sku(), article.listPrice())
                    .update();
        }
    }

    /** By line, as it was sold until it was exchanged. */
    public Map<Integer, Article> of(Order order) {
        var articles = new TreeMap<Integer, Article>();
        order.lines().forEach(l -> articles.put(l.line(), new Article(l.sku(), l.listPrice())));
        db.sql("select line_number, sku, list_price from line_article where store = ? and order_number = ?")
                .params(order.store(), order.orderNumber())
                .query(row -> {
                    articles.put(row.getInt(1), new Article(row.getString(2), row.getLong(3)));
                });
        return articles;
    }
}
