package makegood.cases;

import java.util.List;
import makegood.platform.Sha256;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which case looks after which published review. One row per review lets simultaneous openings take turns. */
@Component
class KnownReviews {
    /** {@code openCase}: what a request about the review joins, or null; {@code earlier}: the closed case that a new one is linked to. */
    record Claim(String openCase, boolean changed, List<String> earlier) {}

    private record Row(String caseNumber, String firstWords, String latestWords, boolean open) {}

    private final JdbcClient db;

    KnownReviews(JdbcClient db) {
        this.db = db;
    }

    /** Takes the review for the caller's transaction. A review that has not changed since its case closed joins that case. */
    Claim claim(String store, CaseFacts.Review review) {
        var words = words(review.rating(), review.text());
        if (locked(store, review.reviewId())) {
            return known(row(store, review.reviewId()), words);
        }
        try {
            db.sql("insert into case_review (store, review_id, case_number, first_words, latest_words)"
                            + " values (?, ?, '', ?, ?)")
                    .params(store, review.reviewId(), words, words)
                    .update();
            return new Claim(null, false, List.of());
        } catch (DuplicateKeyException sameMoment) {
            locked(store, review.reviewId());
            return known(row(store, review.reviewId()), words);
        }
    }

    private boolean locked(String store, String reviewId) {
        return db.sql("select review_id from case_review where store = ? and review_id = ? for update")
                .params(store, reviewId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    private static Claim known(Row row, String words) {
        boolean seen = words.equals(row.latestWords()) || words.equals(row.firstWords());
        if (row.open() || seen) {
            return new Claim(row.caseNumber(), row.open() && !seen, List.of());
        }
        return new Claim(null, false, List.of(row.caseNumber()));
    }

    private Row row(String store, String reviewId) {
        return db.sql("select r.case_number, r.first_words, r.latest_words, c.closed_at from case_review r"
                        + " join after_sales_case c on c.case_number = r.case_number"
                        + " where r.store = ? and r.review_id = ?")
                .params(store, reviewId)
                .query((found, n) ->
                        new Row(found.getString(1), found.getString(2), found.getString(3), found.getObject(4) == null))
                .single();
    }

    /** Whether these words of the review have come by before. */
    boolean seen(String store, String reviewId, int rating, String text) {
        var words = words(rating, text);
        return db.sql("select count(*) from case_review where store = ? and review_id = ?"
                                + " and (first_words = ? or latest_words = ?)")
                        .params(store, reviewId, words, words)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A new case looks after the review. */
    void opened(String store, CaseFacts.Review review, String caseNumber) {
        var words = words(review.rating(), review.text());
        db.sql("update case_review set case_number = ?, first_words = ?, latest_words = ?"
                        + " where store = ? and review_id = ?")
                .params(caseNumber, words, words, store, review.reviewId())
                .update();
    }

    void changed(String store, String reviewId, int rating, String text) {
        db.sql("update case_review set latest_words = ? where store = ? and review_id = ?")
                .params(words(rating, text), store, reviewId)
                .update();
    }

    void moved(String store, String reviewId, String toCase) {
        db.sql("update case_review set case_number = ? where store = ? and review_id = ?")
                .params(toCase, store, reviewId)
                .update();
    }

    private static String words(int rating, String text) {
        return Sha256.hex(rating + "\n" + (text == null ? "" : text.strip()));
    }
}
