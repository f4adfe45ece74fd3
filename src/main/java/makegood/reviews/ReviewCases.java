package makegood.reviews;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.Outcome;
import makegood.cases.Reason;
import makegood.cases.ReviewOutcome;
import makegood.cases.ReviewsOfCases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of review cases, and what became of each review. */
@Component
@Transactional
class ReviewCases {
    private static final Set<String> ASKED_THE_PLATFORM = Set.of("EVIDENCE_LEAD", "REPORT_TO_PLATFORM");

    private final EntityManager entities;
    private final Cases cases;
    private final ReviewsOfCases reviews;
    private final ReviewSigns signs;
    private final Clock clock;

    ReviewCases(EntityManager entities, Cases cases, ReviewsOfCases reviews, ReviewSigns signs, Clock clock) {
        this.entities = entities;
        this.cases = cases;
        this.reviews = reviews;
        this.signs = signs;
        this.clock = clock;
    }

    /** Begins with a guess of what the words mean. */
    public ReviewCase begin(String caseNumber) {
        var known = entities.find(ReviewCase.class, caseNumber);
        if (known != null) {
            return known;
        }
        var c = cases.get(caseNumber);
        var guess = signs.of(c.review().rating(), c.review().text(), c.statement());
        boolean dangerReported = c.reason() == Reason.SAFETY_HAZARD; // somebody has read it: no guess
        var begun = new ReviewCase();
        begun.caseNumber = caseNumber;
        begun.reviewSign = dangerReported ? ReviewSign.HAZARD : guess.sign();
        begun.healthHarm = guess.health();
        begun.firstRating = c.review().rating();
        entities.persist(begun);
        return begun;
    }

    /** Null when the case is no review case. */
    public ReviewCase find(String caseNumber) {
        return entities.find(ReviewCase.class, caseNumber);
    }

    public ReviewCase get(String caseNumber) {
        var found = find(caseNumber);
        if (found == null) {
            throw new IllegalStateException("no review in case " + caseNumber);
        }
        return found;
    }

    /** The author has changed the review, whatever the case is doing; false when it has none. */
    public boolean updated(String caseNumber, int rating, String text) {
        CaseFacts.Review review = cases.get(caseNumber).review();
        if (review == null) {
            return false;
        }
        reviews.changed(caseNumber, rating, text);
        var found = find(caseNumber);
        if (found != null) {
            found.latestRating = rating;
            found.updatedAt = clock.instant();
        }
        return true;
    }

    /** The end: the review's outcome, and the case's where no remedy has given one. */
    public void close(String caseNumber, boolean authorReached) {
        var found = get(caseNumber);
        var became = became(found, authorReached);
        reviews.outcome(caseNumber, became);
        if (found.suspected()) {
            reviews.endUntold(caseNumber);
        }
        if (cases.get(caseNumber).outcome() != null) {
            return;
        }
        if (found.appealResult != null) {
            cases.outcome(caseNumber, Outcome.INVALID, null);
        } else if (!authorReached && became == ReviewOutcome.NO_CONTACT) {
            cases.outcome(caseNumber, Outcome.UNREACHABLE, null);
        }
    }

    private static ReviewOutcome became(ReviewCase found, boolean authorReached) {
        if ("REMOVED".equals(found.appealResult)) {
            return ReviewOutcome.REMOVED_BY_PLATFORM;
        }
        int now = found.latestRating == null ? found.firstRating : found.latestRating;
        if (now != found.firstRating) {
            return now > found.firstRating ? ReviewOutcome.IMPROVED : ReviewOutcome.WORSENED;
        }
        if ("LOST".equals(found.appealResult)) {
            return ReviewOutcome.APPEAL_LOST;
        }
        boolean contacted = found.lane != null
                && !ASKED_THE_PLATFORM.contains(found.lane)
                && !found.lane.equals("REPLY_ONLY")
                && !found.lane.equals("THANK_ONLY");
        if (contacted && !authorReached) {
            return ReviewOutcome.NO_CONTACT;
        }
        return found.customerSatisfied ? ReviewOutcome.CUSTOMER_SATISFIED : ReviewOutcome.UNCHANGED;
    }
}
