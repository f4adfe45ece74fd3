package makegood.compensations;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import makegood.cases.Cases;
import makegood.cases.Drafts;
import makegood.platform.BusinessRefusal;
import makegood.platform.Decisions;
import makegood.platform.Text;
import makegood.texts.TextCheck;
import makegood.texts.TextClass;
import makegood.texts.TextGuard;
import makegood.texts.TextPurpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether a compensation has to do with a review. Any word about one in its reason or message ties it; a denial does not. */
@Component
class ReviewTie {
    private static final Set<TextClass> TIES = EnumSet.of(
            TextClass.INCENTIVE_FOR_REVIEW,
            TextClass.CASHBACK_WORDING,
            TextClass.CHANGE_OR_DELETE_REVIEW,
            TextClass.ASK_FOR_SENTIMENT,
            TextClass.CONDITION_ON_REVIEW,
            TextClass.SPEAKS_OF_REVIEWS);

    private final TextGuard guard;
    private final Drafts drafts;
    private final Decisions decisions;
    private final Cases cases;
    private final TransactionTemplate apart;

    ReviewTie(
            TextGuard guard, Drafts drafts, Decisions decisions, Cases cases, PlatformTransactionManager transactions) {
        this.guard = guard;
        this.drafts = drafts;
        this.decisions = decisions;
        this.cases = cases;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    boolean tied(String reason, String message) {
        return tie(reason) != null || tie(message) != null;
    }

    /** What the guard found, when it is about reviews; else null. */
    private TextCheck tie(String text) {
        var check = guard.check(text, TextPurpose.MESSAGE);
        return check.classes().stream().anyMatch(TIES::contains) ? check : null;
    }

    /** The refused draft stays with the case although nothing else of the attempt does. */
    void refuse(String caseNumber, String reason, String message) throws BusinessRefusal {
        var tie = tie(reason) != null ? tie(reason) : tie(message);
        if (tie != null) {
            var draft = message.isBlank() ? reason : reason + " | " + message;
            apart.executeWithoutResult(t -> cases.note(
                    caseNumber,
                    "TEXT_REFUSED",
                    new Text(
                            "Refused by CA-01. " + tie.words().en() + " Draft: " + draft,
                            "规则 CA-01 不允许。" + tie.words().zh() + "草稿：" + draft)));
            throw new TiedToReview(rule(), tie.words());
        }
        drafts.read(caseNumber, "reasonText", reason, TextPurpose.NOTE);
    }

    /** CA-01 in words: the table says it, not this class. */
    private Text rule() {
        var forbidden = decisions.evaluate(
                "compensation-authority",
                Map.of(
                        "tied",
                        true,
                        "type",
                        "CASH",
                        "grade",
                        "NONE",
                        "amountFen",
                        0L,
                        "overBudget",
                        false,
                        "given90d",
                        0));
        return new Text(
                forbidden.get("rule") + ": no compensation may depend on a review",
                forbidden.get("rule") + "：补偿不得与评价挂钩");
    }
}
