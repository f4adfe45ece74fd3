package makegood.cases;

import java.util.List;
import java.util.Optional;
import makegood.orders.OrderUnknown;
import makegood.orders.Orders;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a case knows of the published review that it is about. Runs in the transaction of the step that calls. */
@Service
@Transactional(propagation = Propagation.REQUIRED)
public class ReviewsOfCases {
    private final Cases cases;
    private final KnownReviews known;
    private final OpenCases open;
    private final CaseLines caseLines;
    private final Orders orders;
    private final JdbcClient db;

    ReviewsOfCases(Cases cases, KnownReviews known, OpenCases open, CaseLines caseLines, Orders orders, JdbcClient db) {
        this.cases = cases;
        this.known = known;
        this.open = open;
        this.caseLines = caseLines;
        this.orders = orders;
        this.db = db;
    }

    /** Whether a case has had the review with exactly these stars and words. */
    public boolean seen(String store, String reviewId, int rating, String text) {
        return known.seen(store, reviewId, rating, text);
    }

    /** Another open case of the same order that is about more than a review, the oldest first. */
    public Optional<String> otherOpenCase(String caseNumber) {
        var c = cases.row(caseNumber);
        if (c.orderNumber == null) {
            return Optional.empty();
        }
        return db.sql("select case_number from after_sales_case where store = ? and order_number = ?"
                        + " and closed_at is null and case_number <> ? and origin <> 'REVIEW'"
                        + " order by case_number limit 1")
                .params(c.store, c.orderNumber, caseNumber)
                .query(String.class)
                .optional();
    }

    /** The review goes to the other case, which from now on is its own; this one ends as merged. */
    public void joinInto(String caseNumber, String other) {
        var c = cases.row(caseNumber);
        var to = cases.row(other);
        if (to.reviewId == null) {
            to.reviewId = c.reviewId;
            to.reviewRating = c.reviewRating;
            to.reviewText = c.reviewText;
            to.reviewPostedAt = c.reviewPostedAt;
        }
        known.moved(c.store, c.reviewId, other);
        cases.findable(other, c.reviewId);
        db.sql("insert into case_link (case_number, earlier_case) values (?, ?)")
                .params(caseNumber, other)
                .update();
        var words = c.reviewText == null ? "" : c.reviewText;
        cases.note(
                other,
                "REVIEW",
                new Text(
                        "The customer published a review with " + c.reviewRating + " stars: " + words,
                        "客户发布了" + c.reviewRating + "星评价：" + words));
        cases.note(caseNumber, "MERGED", new Text("Joined the open case " + other + ".", "并入在办案件 " + other + "。"));
        cases.outcome(caseNumber, Outcome.MERGED, null);
    }

    /** The customer has changed the review; {@code text} empty when only the stars changed. */
    public void changed(String caseNumber, int rating, String text) {
        var c = cases.row(caseNumber);
        c.reviewRating = rating;
        if (!text.isEmpty()) {
            c.reviewText = text;
        }
        known.changed(c.store, c.reviewId, rating, c.reviewText);
        cases.note(caseNumber, "REVIEW", new Text("The review has " + rating + " stars now.", "评价现为" + rating + "星。"));
    }

    public void outcome(String caseNumber, ReviewOutcome outcome) {
        cases.row(caseNumber).reviewOutcome = outcome.name();
        cases.note(
                caseNumber,
                "REVIEW",
                new Text(
                        "Review: " + outcome.text().en() + ".",
                        "评价结果：" + outcome.text().zh() + "。"));
    }

    /** Whether a message to the author has somebody to go to. */
    public boolean reachable(String caseNumber) {
        return cases.row(caseNumber).reachable();
    }

    /** The end of the case is no news to its author: the root sends no closing message. */
    public void endUntold(String caseNumber) {
        cases.row(caseNumber).untold = true;
    }

    /** Whoever works on the case sees it before others. */
    public void urgent(String caseNumber) {
        cases.row(caseNumber).priority = "P1";
    }

    /**
     * What the customer is to get help with: the pieces (empty: those of the case) are this case's from now on.
     *
     * @param kind the procedure that helps
     * @param wantedSku for an exchange, else empty
     */
    public void take(String caseNumber, CaseKind kind, Reason reason, List<CaseFacts.Line> pieces, String wantedSku)
            throws BusinessRefusal {
        var c = cases.row(caseNumber);
        orders.lock(c.store, c.orderNumber);
        var order = orders.find(c.store, c.orderNumber).orElseThrow(() -> new OrderUnknown(c.orderNumber));
        var lines = Pieces.meant(pieces.isEmpty() ? cases.lines(caseNumber) : pieces, order);
        var others = open.of(c.store, c.orderNumber).stream()
                .filter(o -> !o.caseNumber().equals(caseNumber))
                .toList();
        OpenCases.refuseOverlap(others, lines, order);
        StillMissing.check(kind, reason, order, lines);
        caseLines.are(caseNumber, lines);
        c.linesHeld = true;
        c.reason = reason;
        if (!wantedSku.isEmpty()) {
            c.wantedSku = wantedSku;
        }
    }

    /** The field {@code lines} of a form, a list of {line, quantity} or {@code "1:1,3:2"}; notes on the answers what is wrong. */
    public static List<CaseFacts.Line> pieces(Answers answers) {
        return CaseRequest.lines(answers);
    }

    /** Ids of the evidence that the case holds, oldest first. */
    public List<String> evidence(String caseNumber) {
        return db.sql("select id from case_evidence where case_number = ? order by at limit 200")
                .param(caseNumber)
                .query(String.class)
                .list();
    }
}
