package makegood.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import makegood.departments.DepartmentRequests;
import makegood.departments.Part;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a case stands: who owes what by when, what may be done now, and the status that follows from it. Four statements. */
@Component
class Standings {
    /** {@code parts}: what each department was asked, and what came of it. */
    record Standing(String status, List<CaseView.Wait> waits, List<CaseView.Action> actions, List<Part> parts) {}

    private final DepartmentRequests requests;
    private final JdbcClient db;

    Standings(DepartmentRequests requests, JdbcClient db) {
        this.requests = requests;
        this.db = db;
    }

    Standing of(AfterSalesCase c) {
        var open = openWork(c.caseNumber);
        var waits = waits(c, open);
        var parts = requests.parts(c.caseNumber);
        return new Standing(status(c, open, waits), waits, actions(c, open, waits), parts);
    }

    private record Work(String element, String team, String assignee, Instant since, Instant dueAt) {}

    private List<Work> openWork(String caseNumber) {
        return db.sql("select element, team, assignee, created_at, due_at from work_item"
                        + " where case_number = ? and ended_at is null order by created_at")
                .param(caseNumber)
                .query((row, n) -> new Work(
                        row.getString("element"),
                        row.getString("team"),
                        row.getString("assignee"),
                        Utc.instant(row, "created_at"),
                        Utc.instant(row, "due_at")))
                .list();
    }

    private List<CaseView.Wait> waits(AfterSalesCase c, List<Work> open) {
        var waits = new ArrayList<CaseView.Wait>();
        open.forEach(w -> waits.add(new CaseView.Wait(w.team(), code(w.element()), w.since(), w.dueAt())));
        requests.openFor(c.caseNumber)
                .forEach(r -> waits.add(new CaseView.Wait(r.department(), r.topic(), r.since(), r.dueAt())));
        waits.addAll(db.sql("select who, what, since, due_at from case_wait where case_number = ? order by since")
                .param(c.caseNumber)
                .query((row, n) -> new CaseView.Wait(
                        row.getString("who"),
                        row.getString("what"),
                        Utc.instant(row, "since"),
                        Utc.instant(row, "due_at")))
                .list());
        return waits;
    }

    /** {@code REVIEW_RETURN_REQUEST} for {@code Task_ReviewReturnRequest}. */
    private static String code(String element) {
        return element.replaceFirst("^[A-Za-z]+_", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static String status(AfterSalesCase c, List<Work> openWork, List<CaseView.Wait> waits) {
        if (c.closedAt != null) {
            return "CLOSED";
        }
        if (!openWork.isEmpty()) {
            return "OPEN";
        }
        if (waits.stream().anyMatch(w -> w.who().equals("CUSTOMER"))) {
            return "WAITING_FOR_CUSTOMER";
        }
        return waits.isEmpty() ? "OPEN" : "WAITING_FOR_DEPARTMENT";
    }

    /** What may be done now, by whom, until when: open tasks by their teams, answers by the customer. */
    private static List<CaseView.Action> actions(AfterSalesCase c, List<Work> open, List<CaseView.Wait> waits) {
        var actions = new ArrayList<CaseView.Action>();
        if (c.closedAt != null) {
            return actions;
        }
        open.forEach(w -> actions.add(
                new CaseView.Action(code(w.element()), w.assignee() == null ? w.team() : w.assignee(), w.dueAt())));
        waits.stream()
                .filter(w -> w.who().equals("CUSTOMER"))
                .forEach(w -> actions.add(new CaseView.Action(w.what(), "CUSTOMER", w.dueAt())));
        actions.add(new CaseView.Action("WITHDRAW", "CUSTOMER", null));
        actions.add(new CaseView.Action("ESCALATE", c.team, null));
        return actions;
    }
}
