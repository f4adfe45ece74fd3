package makegood.cases;

import makegood.platform.TaskCompleting;
import makegood.platform.Text;
import makegood.texts.TextCheck;
import makegood.texts.TextGuard;
import makegood.texts.TextPurpose;
import makegood.texts.TextRefused;
import makegood.texts.TextVerdict;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what people write in a case before anything else happens. A refused draft stays on the timeline, with the law. */
@Component
public class Drafts {
    private static final String MESSAGE = "messageToCustomer";

    private final TextGuard guard;
    private final Timeline timeline;
    private final TransactionTemplate apart;

    Drafts(TextGuard guard, Timeline timeline, PlatformTransactionManager transactions) {
        this.guard = guard;
        this.timeline = timeline;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What the guard says of words that go out. For texts that leave another way than by a message to the customer
     * (public replies, reasons of compensations); messages are read by themselves.
     *
     * @param field name of the form field
     * @throws TextRefused they may not leave; the draft is kept, although the caller's transaction rolls back
     */
    public TextCheck read(String caseNumber, String field, String words, TextPurpose purpose) throws TextRefused {
        var check = guard.check(words, purpose);
        if (check.verdict() == TextVerdict.REFUSE) {
            apart.executeWithoutResult(status -> timeline.add(caseNumber, "TEXT_REFUSED", refused(words, check)));
            throw new TextRefused(check, field);
        }
        return check;
    }

    /** First of all who listen: no row is locked yet while the draft is kept in a transaction of its own. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(TaskCompleting task) {
        if (task.answers.get(MESSAGE) instanceof String words && words.length() <= TextGuard.MAX) {
            try {
                read(task.caseNumber, MESSAGE, words, TextPurpose.MESSAGE);
            } catch (TextRefused refused) {
                task.refuse(refused);
            }
        }
    }

    private static Text refused(String words, TextCheck check) {
        return new Text(
                "A draft was refused and did not leave: “" + words + "” "
                        + check.words().en(),
                "草稿被拒绝，未发出：“" + words + "”" + check.words().zh());
    }
}
