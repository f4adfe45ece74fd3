package makegood.cases;

import makegood.clocks.ClockBreached;
import makegood.clocks.ClockStillMissed;
import makegood.clocks.ClockWarned;
import makegood.clocks.ResponseClocks;
import makegood.platform.Text;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A clock that warns or runs out: on the timeline once, and to a lead or the manager where the platform is about to decide or the rule says so. */
@Component
class ClockAlarms {
    private final Cases cases;
    private final Escalations escalations;
    private final ResponseClocks responses;
    private final SilentOwners silentOwners;

    ClockAlarms(Cases cases, Escalations escalations, ResponseClocks responses, SilentOwners silentOwners) {
        this.cases = cases;
        this.escalations = escalations;
        this.responses = responses;
        this.silentOwners = silentOwners;
    }

    @EventListener
    void on(ClockWarned clock) {
        if (!cases.known(clock.caseNumber())) {
            return; // a parcel without a case has no timeline; its task shows the time
        }
        cases.note(clock.caseNumber(), "CLOCK_WARNED", ClockWords.about("Time is running out", "时限将到", clock.stage()));
        if (clock.kind().equals("PLATFORM")) {
            escalations.ask(clock.caseNumber(), EscalationReason.CLOCK_AT_RISK, Escalated.Level.LEAD);
        }
    }

    @EventListener
    void on(ClockBreached clock) {
        if (!cases.known(clock.caseNumber())) {
            return;
        }
        var missed = ClockWords.about("Time limit missed", "已超时", clock.stage());
        cases.note(clock.caseNumber(), "CLOCK_BREACHED", clock.kind().equals("OWN") ? byOwner(clock, missed) : missed);
        switch (String.valueOf(clock.onLimit())) {
            case "ESCALATE_LEAD" ->
                escalations.ask(clock.caseNumber(), EscalationReason.CLOCK_BREACHED, Escalated.Level.LEAD);
            case "ESCALATE_MANAGER" ->
                escalations.ask(clock.caseNumber(), EscalationReason.CLOCK_BREACHED, Escalated.Level.MANAGER);
            case "REASSIGN_TEAM" -> silentOwners.letGo(clock.caseNumber());
            case "CALL_BACK_TASK" ->
                cases.note(clock.caseNumber(), "CALL_BACK", new Text("Call the customer back.", "请给客户回电。"));
            default -> {} // the note warns the owner; other limits are acted on where they are drawn
        }
    }

    /** The case's own clocks belong to no task: whose miss it is, is whose case it is now. */
    private Text byOwner(ClockBreached clock, Text missed) {
        var c = cases.row(clock.caseNumber());
        responses.missedBy(clock.clockId(), c.owner);
        return c.owner == null
                ? new Text(missed.en() + " Team: " + c.team + ".", missed.zh() + "团队：" + c.team + "。")
                : new Text(missed.en() + " Owner: " + c.owner + ".", missed.zh() + "负责人：" + c.owner + "。");
    }

    @EventListener
    void on(ClockStillMissed clock) {
        if (cases.known(clock.caseNumber()) && "ESCALATE_LEAD".equals(clock.onLimit())) {
            escalations.again(clock.caseNumber(), EscalationReason.CLOCK_BREACHED, Escalated.Level.LEAD);
        }
    }
}
