package makegood.cases;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import makegood.platform.Caller;
import makegood.platform.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the procedures know of a case and write to it. All of it runs in the transaction of the step that calls. */
@Service
@Transactional(propagation = Propagation.REQUIRED)
public class Cases {
    /** The line number under which outbound freight stands. */
    public static final int FREIGHT = 0;

    /** What was paid beyond everything that was sold: a payment that should not exist. */
    public static final int BESIDE_LINES = -1;

    private final EntityManager entities;
    private final JdbcClient db;
    private final Timeline timeline;
    private final Waits waits;
    private final Obligations obligations;
    private final CaseLines caseLines;
    private final HeldTexts heldTexts;
    private final ApplicationEventPublisher events;
    private final CaseReferences references;

    Cases(
            EntityManager entities,
            JdbcClient db,
            Timeline timeline,
            Waits waits,
            Obligations obligations,
            CaseLines caseLines,
            HeldTexts heldTexts,
            ApplicationEventPublisher events,
            CaseReferences references) {
        this.references = references;
        this.entities = entities;
        this.db = db;
        this.timeline = timeline;
        this.waits = waits;
        this.obligations = obligations;
        this.caseLines = caseLines;
        this.heldTexts = heldTexts;
        this.events = events;
    }

    public CaseFacts get(String caseNumber) {
        return row(caseNumber).facts(lines(caseNumber));
    }

    AfterSalesCase row(String caseNumber) {
        var found = entities.find(AfterSalesCase.class, caseNumber);
        if (found == null) {
            throw new IllegalStateException("no case " + caseNumber);
        }
        return found;
    }

    /** False for the number of something that is no case yet (a parcel without a case). */
    boolean known(String caseNumber) {
        return caseNumber != null && entities.find(AfterSalesCase.class, caseNumber) != null;
    }

    List<CaseFacts.Line> lines(String caseNumber) {
        return caseLines.of(caseNumber);
    }

    /** One at a time per case: a fact that arrives and a step that begins to wait for it cannot miss each other. */
    public void lock(String caseNumber) {
        entities.find(AfterSalesCase.class, caseNumber, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Refuses a case that does not exist or belongs to a store the caller does not serve. */
    public CaseFacts visible(String caseNumber) throws CaseUnknown {
        var found =
                caseNumber == null || caseNumber.length() > 32 ? null : entities.find(AfterSalesCase.class, caseNumber);
        if (found == null || !Caller.current().serves(found.store)) {
            throw new CaseUnknown();
        }
        return found.facts(lines(caseNumber));
    }

    /** Adds to the timeline, in the name of who is acting. */
    public void note(String caseNumber, String kind, Text text) {
        timeline.add(caseNumber, kind, text);
    }

    /** What the customer was told, word for word. */
    public void told(String caseNumber, String element, String text) {
        timeline.add(caseNumber, "TOLD", Caller.SYSTEM.account(), new Text(text, text));
    }

    /** The case waits for the customer: the desk's own clocks stand still until then. */
    public void waitForCustomer(String caseNumber, String what, Instant dueAt) {
        waits.begin(caseNumber, "CUSTOMER", what, dueAt);
    }

    public void waitFor(String caseNumber, String who, String what, Instant dueAt) {
        waits.begin(caseNumber, who, what, dueAt);
    }

    /** No effect when nothing of this kind is waited for. */
    public void waitOver(String caseNumber, String what) {
        waits.end(caseNumber, what);
    }

    /** Money of the case in minor units: what is newly refunded and what is newly under way (negative when it ends). */
    public void money(String caseNumber, long refundedMore, long pendingMore) {
        db.sql("update after_sales_case set refunded = refunded + ?, pending = pending + ? where case_number = ?")
                .params(refundedMore, pendingMore, caseNumber)
                .update();
    }

    /** Beside refunds, in minor units: what the customer was given, and has paid us (negative when it is undone). */
    public void beside(String caseNumber, long compensatedMore, long chargedMore) {
        db.sql("update after_sales_case set compensated = compensated + ?, charged = charged + ? where case_number = ?")
                .params(compensatedMore, chargedMore, caseNumber)
                .update();
    }

    /** What the customer is to get back: amounts by order line, and freight; replaces what was due before. */
    public void due(String caseNumber, Map<Integer, Long> byLine, long freight) {
        obligations.money(caseNumber, byLine, freight);
    }

    /** On which ground money goes back (lane of the tables), whether the goods' fate is established, and who set the amount. */
    public void ground(String caseNumber, String lane, boolean inspected, String setBy) {
        var found = row(caseNumber);
        found.dueLane = lane;
        found.dueInspected = inspected;
        found.dueSetBy = setBy;
    }

    /** Amounts by order line; {@link #FREIGHT} is the outbound freight. */
    public Map<Integer, Long> due(String caseNumber) {
        return obligations.money(caseNumber);
    }

    public void outcome(String caseNumber, Outcome outcome, Remedy remedy) {
        var found = row(caseNumber);
        found.outcome = outcome;
        found.remedy = remedy;
    }

    /** The agent's own words for the next message, if they may leave unread, and why a request is refused. */
    public void say(String caseNumber, String message, RefusalReason reason) {
        var found = row(caseNumber);
        found.agentMessage = heldTexts.unlessHeld(found, message);
        if (reason != null) {
            found.refusalReason = reason;
        }
    }

    /** What messages to the customer may name later (rma, returnAddress, sendBackBy, refundAmount, deduction …); never personal data. */
    public void tellLater(String caseNumber, Map<String, String> facts) {
        var found = row(caseNumber);
        var known = MessageFacts.read(found.messageFacts);
        known.putAll(facts);
        found.messageFacts = MessageFacts.write(known);
    }

    /** Everything that a message text may name, by placeholder. */
    public Map<String, String> messageFacts(String caseNumber) {
        return MessageFacts.of(row(caseNumber));
    }

    public void evidence(String caseNumber, EvidenceLevel level) {
        row(caseNumber).evidence = level;
    }

    /** Another procedure serves the case from now on; everything learnt stays on it. */
    public void kind(String caseNumber, CaseKind kind) {
        var found = row(caseNumber);
        var before = found.kind;
        found.kind = kind;
        if (before != null && before != kind) {
            note(
                    caseNumber,
                    "PROCEDURE_CHANGED",
                    new Text(
                            before.text().en() + " became " + kind.text().en() + ".",
                            before.text().zh() + "改为" + kind.text().zh() + "。"));
        }
    }

    /** What went wrong with which parcel (rules.md 1.5). */
    public void exception(String caseNumber, String exceptionKind, String trackingNumber) {
        var found = row(caseNumber);
        found.exceptionKind = exceptionKind;
        if (trackingNumber != null) {
            found.trackingNumber = trackingNumber;
            findable(caseNumber, trackingNumber);
        }
    }

    /** Why it happened and which unit answers for it (rules.md 1.6); bookings that follow carry both, earlier ones move there. */
    public void fault(String caseNumber, String cause, String unit) {
        var found = row(caseNumber);
        found.faultCause = cause;
        found.faultUnit = unit;
        events.publishEvent(new FaultFound(caseNumber, found.facts(List.of()).cause(), unit));
    }

    /** The goods that the customer is to get (new, missing, right ones); replaces what was owed before. */
    public void goodsDue(String caseNumber, List<GoodsDue> goods) {
        obligations.goods(caseNumber, goods);
    }

    /** @param line of the order; unitValue: what one piece is worth, in minor units */
    public record GoodsDue(int line, String sku, int quantity, long unitValue) {}

    public List<GoodsDue> goodsDue(String caseNumber) {
        return obligations.goods(caseNumber);
    }

    /** Whether goods that were to come back are still with the customer; also when the case has closed they are taken in. */
    public void goodsOutstanding(String caseNumber, boolean stillOut) {
        row(caseNumber).goodsOutstanding = stillOut;
    }

    public boolean goodsOutstanding(String caseNumber) {
        return row(caseNumber).goodsOutstanding;
    }

    /** The case is found by this number from now on (tracking, refund, return authorisation). */
    public void findable(String caseNumber, String reference) {
        references.add(caseNumber, reference);
    }
}
