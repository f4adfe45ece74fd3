package makegood.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makegood.platform.BusinessRefusal;
import makegood.platform.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The case of a task, with everything its form shows: one request per form. */
@RestController
class TaskCaseApi {
    record Task(String taskId, String element, String name, String assignee, String team, Instant dueAt) {}

    record Told(Instant at, String text) {}

    record TaskCase(
            @com.fasterxml.jackson.annotation.JsonUnwrapped CaseView view,
            Task task,
            List<Evidence.Item> evidenceItems,
            List<Told> messages,
            Map<String, Object> proposal,
            Instant now) {}

    private final Cases cases;
    private final ShowCase showCase;
    private final Evidence evidence;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskCaseApi(
            Cases cases,
            ShowCase showCase,
            Evidence evidence,
            JdbcClient db,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.showCase = showCase;
        this.evidence = evidence;
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    private record Row(String caseNumber, Task task) {}

    @GetMapping("/api/v1/tasks/{taskId}/case")
    @Transactional(readOnly = true)
    public TaskCase of(@PathVariable String taskId) throws BusinessRefusal {
        var found = db.sql("select * from work_item where task_id = ?")
                .param(taskId)
                .query((row, n) -> new Row(
                        row.getString("case_number"),
                        new Task(
                                taskId,
                                row.getString("element"),
                                row.getString("label"),
                                row.getString("assignee"),
                                row.getString("team"),
                                Utc.instant(row, "due_at"))))
                .optional()
                .orElseThrow(CaseUnknown::new);
        var c = cases.visible(found.caseNumber());
        var proposal = new TreeMap<String, Object>();
        var lines = new HashMap<Integer, Map<String, Object>>();
        events.publishEvent(new CaseShown(c.caseNumber(), taskId, found.task().element(), proposal, lines));
        var view = showCase.show(c.caseNumber());
        view.lines().forEach(l -> l.putAll(lines.getOrDefault(l.get("line"), Map.of())));
        return new TaskCase(
                view, found.task(), evidence.of(c.caseNumber()), told(c.caseNumber()), proposal, clock.instant());
    }

    private List<Told> told(String caseNumber) {
        return db.sql(
                        "select at, text_zh from case_timeline where case_number = ? and kind = 'TOLD' order by seq limit 100")
                .param(caseNumber)
                .query((row, n) -> new Told(Utc.instant(row, "at"), row.getString("text_zh")))
                .list();
    }
}
