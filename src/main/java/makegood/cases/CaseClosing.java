package makegood.cases;

import java.time.Clock;
import java.util.Set;
import makegood.clocks.Clocks;
import makegood.platform.ProcedureEnded;
import makegood.platform.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The end of a case: what came of it, and nothing left running. */
@Component
class CaseClosing {
    private static final Set<String> PROCEDURES =
            Set.of("return-goods", "refund", "exchange-goods", "resend", "logistics-exception", "compensation");

    private final Cases cases;
    private final Disputes disputes;
    private final Clocks clocks;
    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CaseClosing(
            Cases cases,
            Disputes disputes,
            Clocks clocks,
            JdbcClient db,
            Clock clock,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.disputes = disputes;
        this.clocks = clocks;
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /** The outcome from the procedure's last word, where the procedure has not set a finer one. */
    void recordOutcome(String caseNumber) {
        var c = cases.row(caseNumber);
        disputes.outcome(caseNumber).ifPresent(ruling -> ruled(c, ruling));
        if (c.outcome == null) {
            c.outcome = outcome(c.lastResult == null ? "" : c.lastResult);
        }
        if (c.remedy == null && (c.outcome == Outcome.RESOLVED_FULL || c.outcome == Outcome.RESOLVED_PARTIAL)) {
            c.remedy = usual(c.kind);
        }
        if (c.outcome == Outcome.RESOLVED_FULL && c.askedKind != null && c.kind != c.askedKind) {
            c.outcome = Outcome.RESOLVED_OTHER;
        }
        cases.note(
                caseNumber,
                "OUTCOME",
                new Text(
                        "Outcome: " + c.outcome.text().en() + ".",
                        "结果：" + c.outcome.text().zh() + "。"));
    }

    /** False where nobody could read it, or the case has said that its author gets no word from us. */
    boolean customerToTell(String caseNumber) {
        var c = cases.row(caseNumber);
        if (c.untold) {
            return false;
        }
        if (c.reachable()) {
            return true;
        }
        cases.note(
                caseNumber, "NOT_TOLD", new Text("Nobody is told the end: no customer is known.", "没有可联系的客户，不发送结果通知。"));
        return false;
    }

    /** The platform's word is the last one, whatever the procedure came to. */
    private static void ruled(AfterSalesCase c, PlatformRuled.Ruling ruling) {
        boolean served = c.outcome == Outcome.RESOLVED_FULL
                || c.outcome == Outcome.RESOLVED_PARTIAL
                || c.outcome == null && outcome(c.lastResult == null ? "" : c.lastResult) == Outcome.RESOLVED_FULL;
        if (c.remedy == null && c.refunded > 0) {
            c.remedy = served ? usual(c.kind) : Remedy.REFUND_NO_RETURN;
        }
        c.outcome = ruling.outcome();
    }

    @EventListener
    void on(ProcedureEnded ended) {
        if (PROCEDURES.contains(ended.process())) {
            cases.row(ended.caseNumber()).lastResult = ended.result();
        }
    }

    private static Outcome outcome(String result) {
        return switch (result) {
            case "NEVER_RETURNED" -> Outcome.NOT_RETURNED;
            case "WITHDRAWN", "CANCELLED" -> Outcome.WITHDRAWN;
            case "REFUSED", "REFUND_REFUSED", "REQUEST_REFUSED", "NOT_APPROVED", "NOT_COMPENSATED" ->
                Outcome.REFUSED_CONTESTED;
            case "GOODS_SENT_BACK" -> Outcome.SENT_BACK;
            case "NOTHING_LEFT" -> Outcome.INVALID;
            default -> Outcome.RESOLVED_FULL;
        };
    }

    private static Remedy usual(CaseKind kind) {
        return switch (kind) {
            case RETURN_REFUND -> Remedy.RETURN_REFUND;
            case EXCHANGE -> Remedy.EXCHANGE;
            case RESEND -> Remedy.RESEND;
            case REFUND_ONLY -> Remedy.REFUND_NO_RETURN;
            default -> null; // the procedure names its own
        };
    }

    void close(String caseNumber) {
        var c = cases.row(caseNumber);
        c.closedAt = clock.instant();
        c.agentMessage = null;
        db.sql("delete from case_wait where case_number = ?").param(caseNumber).update();
        clocks.stopAll(caseNumber);
        cases.note(caseNumber, "CLOSED", new Text("Case closed.", "已结案。"));
        events.publishEvent(new CaseClosed(caseNumber));
    }
}
