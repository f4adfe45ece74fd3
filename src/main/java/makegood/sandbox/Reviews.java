package makegood.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Published reviews, as the marketplace keeps them. */
@Component
@InSandbox
@Transactional
class Reviews {
    private final JdbcClient sql;

    Reviews(JdbcClient sql) {
        this.sql = sql;
    }

    /** What was published since, oldest first, as the marketplace lists it. */
    List<Map<String, Object>> since(String store, String since, long size) {
        return sql.sql(
                        "select * from sandbox_review where store = ? and posted_at >= ? order by posted_at, review_id limit ?")
                .params(
                        store,
                        Utc.of(since.isEmpty() ? Instant.EPOCH : Instant.parse(since)),
                        size < 1 || size > 500 ? 500 : size)
                .query((row, n) -> {
                    var review = new LinkedHashMap<String, Object>();
                    review.put("reviewId", row.getString("review_id"));
                    review.put("orderNumber", row.getString("order_number"));
                    review.put("rating", row.getInt("rating"));
                    review.put("text", row.getString("review_text"));
                    review.put("postedAt", Utc.instant(row, "posted_at").toString());
                    return (Map<String, Object>) review;
                })
                .list();
    }

    void put(String store, String reviewId, SandboxController.ReviewFields review) {
        sql.sql("delete from sandbox_review where store = ? and review_id = ?")
                .params(store, reviewId)
                .update();
        sql.sql("insert into sandbox_review (store, review_id, order_number, rating, review_text, posted_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(store)
                .param(reviewId)
                .param(review.orderNumber())
                .param(review.rating())
                .param(review.text())
                .param(Utc.of(review.postedAt()))
                .update();
    }
}
