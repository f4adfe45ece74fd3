package makegood.reviews;

import java.util.HashMap;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.Reason;
import makegood.cases.ReviewsOfCases;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Which way a review goes (rules.md 4.14): the facts for the table, and what follows from its answer. */
@Component
class ReviewTriage {
    /** What a lead can say of a review that no rule knows. */
    enum LeadsWay {
        CONTACT_NOW,
        REPLY_ONLY,
        EVIDENCE_LEAD,
        THANK_ONLY
    }

    private final ReviewCases rows;
    private final Cases cases;
    private final ReviewsOfCases reviews;
    private final ApplicationEventPublisher events;

    ReviewTriage(ReviewCases rows, Cases cases, ReviewsOfCases reviews, ApplicationEventPublisher events) {
        this.rows = rows;
        this.cases = cases;
        this.reviews = reviews;
        this.events = events;
    }

    /** Whether the words raise no suspicion that a person must look at first. Danger cannot wait in the queue for it. */
    boolean begin(String caseNumber) {
        var begun = rows.begin(caseNumber);
        if (begun.reviewSign == ReviewSign.HAZARD) {
            reviews.urgent(caseNumber);
        }
        return begun.reviewSign == ReviewSign.NONE
                || cases.get(caseNumber).reason() == Reason.SAFETY_HAZARD; // whoever reported it has said so
    }

    void judged(String caseNumber, Answers answers) throws BusinessRefusal {
        var sign = answers.required("sign", ReviewSign.class);
        var cause = answers.optional("reviewCause", ReviewCause.class);
        answers.check();
        var row = rows.get(caseNumber);
        row.reviewSign = sign;
        cause.ifPresent(c -> row.cause = c);
        cases.note(
                caseNumber,
                "JUDGED",
                new Text(
                        "Sign in the review: " + sign + ", said " + by() + ".", "评价迹象：" + sign + "，判断人：" + by() + "。"));
    }

    private static String by() {
        return Caller.current().account();
    }

    Map<String, Object> facts(String caseNumber) {
        var c = cases.get(caseNumber);
        var facts = facts(
                c.review().rating(),
                rows.get(caseNumber).reviewSign,
                c.orderNumber() != null,
                c.review().text());
        facts.put("openCase", reviews.otherOpenCase(caseNumber).isPresent());
        return facts;
    }

    /** The facts of a review that has no case yet. */
    static Map<String, Object> facts(int rating, ReviewSign sign, boolean order, String text) {
        var facts = new HashMap<String, Object>();
        facts.put("rating", rating);
        facts.put("sign", sign.name());
        facts.put("order", order);
        facts.put("openCase", false);
        facts.put("text", text != null && !text.isBlank());
        return facts;
    }

    void decided(String caseNumber, String lane) {
        rows.get(caseNumber).lane = lane;
        if (lane.equals("SAFETY_FIRST")) {
            reviews.urgent(caseNumber);
            events.publishEvent(
                    new HazardNamed(caseNumber, cases.get(caseNumber).store()));
        }
    }

    LeadsWay leadDecided(String caseNumber, Answers answers) throws BusinessRefusal {
        var way = answers.required("decision", LeadsWay.class);
        answers.check();
        rows.get(caseNumber).lane = way.name();
        cases.note(caseNumber, "DECIDED", new Text("The lead chose the way: " + way + ".", "主管选定处理方式：" + way + "。"));
        return way;
    }

    void join(String caseNumber) {
        reviews.otherOpenCase(caseNumber).ifPresent(other -> reviews.joinInto(caseNumber, other));
        reviews.endUntold(caseNumber); // the other case goes on, and has its own end
    }
}
