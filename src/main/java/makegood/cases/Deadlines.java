package makegood.cases;

import makegood.clocks.Clocks;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** The platform's own dates of a case, which it may move: both clocks follow, and so does our default before them. */
@Component
class Deadlines {
    private final Cases cases;
    private final Clocks clocks;
    private final Disputes disputes;

    Deadlines(Cases cases, Clocks clocks, Disputes disputes) {
        this.cases = cases;
        this.clocks = clocks;
        this.disputes = disputes;
    }

    /** The date of the evidence in a dispute, else the one of the case's stage; another stage takes the old one's place. */
    void move(PlatformDeadlineMoved fact) {
        var moved = fact.stage().equals(Disputes.STAGE)
                ? disputes.moved(fact.caseNumber(), fact.until())
                : moveStage(cases.row(fact.caseNumber()), fact);
        if (moved) {
            fact.used().yes();
            cases.note(
                    fact.caseNumber(),
                    "CLOCK_MOVED",
                    new Text("The platform now decides at " + fact.until() + ".", "平台将于 " + fact.until() + " 自动处理。"));
        }
    }

    private boolean moveStage(AfterSalesCase c, PlatformDeadlineMoved fact) {
        var stage =
                !fact.stage().isEmpty() ? fact.stage() : c.deadlineStage == null ? "RETURN_DECIDE" : c.deadlineStage;
        if (stage.equals(c.deadlineStage)) {
            clocks.move(c.caseNumber, stage, fact.until());
        } else {
            if (c.deadlineStage != null) {
                clocks.stop(c.caseNumber, c.deadlineStage);
            }
            c.deadlineStage = stage;
            clocks.caseClock(c.caseNumber, c.store, "PLATFORM", stage, fact.until(), "AGREE");
        }
        c.deadlineUntil = fact.until();
        clocks.movePlatformDefault(c.caseNumber, "REVIEW_REQUEST", PlatformDeadline.decideBy(c));
        return true;
    }
}
