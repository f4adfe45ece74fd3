package makegood.reconciliations;

import java.util.EnumSet;
import makegood.cases.Cases;
import makegood.cases.OwnRequest;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import makegood.ledger.MoneyWentBack;
import makegood.ledger.Moved;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How a difference is closed: by an entry with its reason, and by a second person when it is more than one may book. */
@Component
class DifferenceBooking {
    private static final String ACTION = "SETTLE_DIFFERENCE";
    private static final int NOTE_MAX = 1_000;

    private final Differences differences;
    private final Ledger ledger;
    private final Authority authority;
    private final Cases cases;
    private final ApplicationEventPublisher events;

    DifferenceBooking(
            Differences differences,
            Ledger ledger,
            Authority authority,
            Cases cases,
            ApplicationEventPublisher events) {
        this.differences = differences;
        this.ledger = ledger;
        this.authority = authority;
        this.cases = cases;
        this.events = events;
    }

    /** Whether a second person must confirm it. */
    boolean proposed(String name, Answers answers) throws BusinessRefusal {
        var difference = differences.get(name);
        var decision = answers.required("decision", Difference.Decision.class);
        var reason = answers.required("reasonCode", Difference.Reason.class);
        var note = answers.text("bookingNote", NOTE_MAX);
        answers.require(
                reason != Difference.Reason.OTHER || !note.isEmpty(),
                "bookingNote",
                "REQUIRED",
                "say what happened",
                "请写明原因");
        answers.require(
                decision != Difference.Decision.TAKE_BACK || mayBeTakenBack(difference),
                "decision",
                "OUT_OF_RANGE",
                "only a refund that counts as paid and did not arrive can be taken back",
                "只有我方已记账、而客户未收到的退款才能冲回");
        answers.require(
                decision != Difference.Decision.BOOK_DIFFERENCE
                        || !difference.ourState().equals(Moved.State.UNDER_WAY.name()),
                "decision",
                "OUT_OF_RANGE",
                "what is under way is booked by itself when the gateway answers",
                "处理中的款项在网关应答后自动入账，不可重复入账");
        answers.check();
        var by = Caller.current().account();
        if (authority.limit(ACTION, by) == 0) {
            throw new BeyondAuthority();
        }
        differences.proposed(name, decision, reason, note, by);
        return !authority.allows(ACTION, by, booked(decision, difference));
    }

    private static boolean mayBeTakenBack(Difference d) {
        return d.entryKind() == Moved.Kind.REFUND
                && d.ourState().equals(Moved.State.DONE.name())
                && d.correction().amount() == -d.ours().amount()
                && EnumSet.of(
                                DifferenceKind.MISSING_AT_GATEWAY,
                                DifferenceKind.STATE_DIFFERS,
                                DifferenceKind.NOT_SETTLED,
                                DifferenceKind.SETTLEMENT_DIFFERS)
                        .contains(d.kind());
    }

    /** What moves in the book, without its sign. */
    private static long booked(Difference.Decision decision, Difference difference) {
        return decision == Difference.Decision.BOOK_NOTHING
                ? 0
                : Math.abs(difference.correction().amount());
    }

    /** What the second person says. */
    enum Confirmation {
        CONFIRM,
        RETURN
    }

    boolean confirmed(String name, Answers answers) throws BusinessRefusal {
        var decision = answers.required("decision", Confirmation.class);
        answers.check();
        var by = Caller.current().account();
        if (by.equals(differences.get(name).settledBy())) {
            throw new OwnRequest();
        }
        if (authority.limit(ACTION, by) == 0) {
            throw new BeyondAuthority();
        }
        boolean confirmed = decision == Confirmation.CONFIRM;
        differences.answered(name, confirmed, by);
        return confirmed;
    }

    void book(String name) {
        var d = differences.get(name);
        if (d.decision() == Difference.Decision.TAKE_BACK) {
            events.publishEvent(new MoneyWentBack(d.number()));
        }
        boolean whole = d.decision() == Difference.Decision.BOOK_DIFFERENCE;
        ledger.book(new Entry(
                "difference:" + name,
                d.caseNumber() == null ? name : d.caseNumber(),
                d.store(),
                d.orderNumber(),
                null,
                null,
                null,
                Entry.Kind.CORRECTION,
                whole ? d.correction().amount() : 0,
                d.correction().currency(),
                d.reason(),
                "FINANCE"));
        differences.closed(name);
        if (d.caseNumber() != null) {
            cases.note(
                    d.caseNumber(),
                    "DIFFERENCE",
                    new Text(
                            "Difference " + name + " of " + d.number() + " was settled by a booking: " + d.reason()
                                    + ".",
                            "差异 " + name + "（" + d.number() + "）已通过入账处理：" + d.reason() + "。"));
        }
    }
}
