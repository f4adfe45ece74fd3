package makegood.cases;

import java.util.List;
import makegood.platform.Engine;
import makegood.platform.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customer waits, and whoever has the case says nothing: everybody in the team may take it. */
@Component
class SilentOwners {
    private final Cases cases;
    private final Engine engine;
    private final JdbcClient db;

    SilentOwners(Cases cases, Engine engine, JdbcClient db) {
        this.cases = cases;
        this.engine = engine;
        this.db = db;
    }

    /** Tasks of other teams stay with whom they are: a warehouse or a lead at work does not keep the customer waiting. */
    void letGo(String caseNumber) {
        var c = cases.row(caseNumber);
        var before = c.owner;
        c.owner = null;
        engine.offer(tasksOf(c));
        cases.note(caseNumber, "OFFERED_TO_TEAM", words(before));
    }

    private List<String> tasksOf(AfterSalesCase c) {
        return db.sql("select task_id from work_item where case_number = ? and ended_at is null"
                        + " and assignee is not null and concat(',', team, ',') like concat('%,', ?, ',%')")
                .params(c.caseNumber, c.team)
                .query(String.class)
                .list();
    }

    private static Text words(String before) {
        return new Text(
                "The customer has waited too long for an answer: the case is offered to the whole team."
                        + (before == null ? "" : " It was with " + before + "."),
                "客户等待答复过久：本案已开放给全组处理。" + (before == null ? "" : "原负责人：" + before + "。"));
    }
}
