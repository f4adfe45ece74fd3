package makegood.reviews;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.cases.OpenCase;
import makegood.cases.ReviewsOfCases;
import makegood.orders.Orders;
import makegood.platform.BusinessRefusal;
import makegood.platform.Decisions;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reviews that a look found: those that need a case are kept until each has got it. */
@Component
@Transactional(rollbackFor = Exception.class)
class FoundReviews {
    private static final int TEXT_MAX = 4_000;

    /** What the marketplace lists; {@code orderNumber} null when it names none or one that we do not know. */
    record Found(String reviewId, String orderNumber, int rating, String text, Instant postedAt) {}

    private final JdbcClient db;
    private final Orders orders;
    private final ReviewSigns signs;
    private final Decisions decisions;
    private final ReviewsOfCases reviews;
    private final OpenCase openCase;

    FoundReviews(
            JdbcClient db,
            Orders orders,
            ReviewSigns signs,
            Decisions decisions,
            ReviewsOfCases reviews,
            OpenCase openCase) {
        this.db = db;
        this.orders = orders;
        this.signs = signs;
        this.decisions = decisions;
        this.reviews = reviews;
        this.openCase = openCase;
    }

    /** How many of the listed reviews need a case. */
    public int keep(String store, String instance, List<?> listed) {
        int seq = 0;
        for (var one : listed) {
            var found = read(store, one);
            if (found != null && needsCase(store, found)) {
                db.sql(
                                "insert into review_found (store, instance_id, seq, review_id, order_number, rating, review_text,"
                                        + " posted_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(store, instance, seq++, found.reviewId(), found.orderNumber(), found.rating())
                        .params(found.text(), Utc.of(found.postedAt()))
                        .update();
            }
        }
        return seq;
    }

    private boolean needsCase(String store, Found found) {
        var sign = signs.of(found.rating(), found.text(), null).sign();
        var facts = ReviewTriage.facts(found.rating(), sign, found.orderNumber() != null, found.text());
        return !"THANK_ONLY".equals(decisions.evaluate("review-triage", facts).get("lane"))
                && !reviews.seen(store, found.reviewId(), found.rating(), found.text());
    }

    /** Null when it cannot be a review. */
    private Found read(String store, Object one) {
        if (!(one instanceof Map<?, ?> row) || !(row.get("rating") instanceof Number stars)) {
            return null;
        }
        var id = text(row, "reviewId");
        if (id.isBlank() || id.length() > 128 || stars.intValue() < 1 || stars.intValue() > 5) {
            return null;
        }
        var order = text(row, "orderNumber");
        boolean ours = !order.isBlank()
                && order.length() <= 64
                && orders.find(store, order).isPresent();
        var words = text(row, "text");
        return new Found(
                id,
                ours ? order : null,
                stars.intValue(),
                words.length() <= TEXT_MAX ? words : words.substring(0, TEXT_MAX),
                instant(text(row, "postedAt")));
    }

    private static String text(Map<?, ?> row, String name) {
        return row.get(name) == null ? "" : String.valueOf(row.get(name));
    }

    static Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** When the last of the listed reviews was posted; null when none says so. */
    static Instant lastPosted(List<?> listed) {
        var times = new ArrayList<Instant>();
        for (var one : listed) {
            var at = one instanceof Map<?, ?> row ? instant(text(row, "postedAt")) : null;
            if (at != null) {
                times.add(at);
            }
        }
        return times.stream().max(Instant::compareTo).orElse(null);
    }

    public void open(String store, String instance, int seq) throws BusinessRefusal {
        var found = db.sql("select * from review_found where store = ? and instance_id = ? and seq = ?")
                .params(store, instance, seq)
                .query((row, n) -> new Found(
                        row.getString("review_id"),
                        row.getString("order_number"),
                        row.getInt("rating"),
                        row.getString("review_text"),
                        Utc.instant(row, "posted_at")))
                .optional();
        if (found.isPresent()) {
            openCase.open(request(store, found.get()), null);
            db.sql("delete from review_found where store = ? and instance_id = ? and seq = ?")
                    .params(store, instance, seq)
                    .update();
        }
    }

    private static Map<String, Object> request(String store, Found found) {
        var review = new HashMap<String, Object>();
        review.put("reviewId", found.reviewId());
        review.put("rating", found.rating());
        review.put("text", found.text());
        if (found.postedAt() != null) {
            review.put("postedAt", found.postedAt().toString());
        }
        var request = new HashMap<String, Object>();
        request.put("store", store);
        request.put("procedure", "REVIEW");
        request.put("reason", "OTHER");
        request.put("channel", "REVIEW");
        request.put("review", review);
        if (found.orderNumber() != null) {
            request.put("orderNumber", found.orderNumber());
        }
        return request;
    }
}
