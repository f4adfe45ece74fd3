package makegood.cases;

import makegood.clocks.ClockBreached;
import makegood.clocks.ClockWarned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A clock that warns or runs out: on the timeline once, and to a lead or the manager where the platform is about to decide or the rule says so. */
@Component
class ClockAlarms {
    private final Cases cases;
    private final Escalations escalations;

    ClockAlarms(Cases cases, Escalations escalations) {
        this.cases = cases;
        this.escalations = escalations;
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
        cases.note(clock.caseNumber(), "CLOCK_BREACHED", ClockWords.about("Time limit missed", "已超时", clock.stage()));
        if ("ESCALATE_LEAD".equals(clock.onLimit())) {
            escalations.ask(clock.caseNumber(), EscalationReason.CLOCK_BREACHED, Escalated.Level.LEAD);
        } else if ("ESCALATE_MANAGER".equals(clock.onLimit())) {
            escalations.ask(clock.caseNumber(), EscalationReason.CLOCK_BREACHED, Escalated.Level.MANAGER);
        }
    }
}
