package makegood.cases;

import java.time.Clock;
import makegood.platform.Caller;
import makegood.platform.Text;
import makegood.platform.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was asked for help with a case, level by level, and what they said. */
@Component
@Transactional
class Escalations {
    private final JdbcClient db;
    private final Cases cases;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Escalations(JdbcClient db, Cases cases, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.cases = cases;
        this.clock = clock;
        this.events = events;
    }

    /** Asks for help on behalf of a clock; while a task of that level is open, one is enough. */
    void ask(String caseNumber, EscalationReason reason, Escalated.Level level) {
        if (cases.row(caseNumber).closedAt == null && !open(caseNumber, level)) {
            events.publishEvent(new Escalated(caseNumber, new Used(), reason.name(), level));
        }
    }

    /** Asks once more; whoever has the task of that level still is reminded instead of getting a second one. */
    void again(String caseNumber, EscalationReason reason, Escalated.Level level) {
        if (cases.row(caseNumber).closedAt == null && open(caseNumber, level)) {
            note(caseNumber, reason, level, " again", "再次");
        } else {
            ask(caseNumber, reason, level);
        }
    }

    private boolean open(String caseNumber, Escalated.Level level) {
        return db.sql("select count(*) from work_item where case_number = ? and element = ? and ended_at is null")
                        .params(
                                caseNumber,
                                level == Escalated.Level.LEAD ? "Task_LookIntoEscalation" : "Task_DecideEscalation")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The number of the new escalation within its case. */
    int raise(String caseNumber, String reason, Escalated.Level level) {
        int seq = latest(caseNumber) + 1;
        db.sql("insert into case_escalation (case_number, seq, reason, level_code, raised_by, raised_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(caseNumber, seq, reason, level.name(), Caller.current().account(), Utc.of(clock.instant()))
                .update();
        note(caseNumber, EscalationReason.valueOf(reason), level, "", "");
        return seq;
    }

    private void note(String caseNumber, EscalationReason reason, Escalated.Level level, String again, String anew) {
        var why = reason.text();
        boolean lead = level == Escalated.Level.LEAD;
        cases.note(
                caseNumber,
                "ESCALATED",
                new Text(
                        (lead ? "A lead is asked" : "The manager is asked") + again + ": " + why.en() + ".",
                        anew + (lead ? "请主管介入：" : "请经理介入：") + why.zh() + "。"));
    }

    int latest(String caseNumber) {
        return db.sql("select coalesce(max(seq), 0) from case_escalation where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    Escalated.Level level(String caseNumber, int seq) {
        return Escalated.Level.valueOf(read("level_code", caseNumber, seq));
    }

    private String read(String column, String caseNumber, int seq) {
        return db.sql("select " + column + " from case_escalation where case_number = ? and seq = ?")
                .params(caseNumber, seq)
                .query(String.class)
                .single();
    }

    /** @return the number of the escalation that goes on: a new one when it was passed on */
    int decided(String caseNumber, int seq, EscalationDecision decision, String note) {
        db.sql("update case_escalation set decision = ?, decided_by = ?, decided_at = ?"
                        + " where case_number = ? and seq = ?")
                .params(decision.name(), Caller.current().account(), Utc.of(clock.instant()), caseNumber, seq)
                .update();
        var words = decision.text();
        cases.note(
                caseNumber,
                "ESCALATION",
                new Text(
                        words.en() + (note.isEmpty() ? "." : ": " + note),
                        words.zh() + (note.isEmpty() ? "。" : "：" + note)));
        return decision == EscalationDecision.PASS_ON
                ? raise(caseNumber, read("reason", caseNumber, seq), Escalated.Level.MANAGER)
                : seq;
    }
}
