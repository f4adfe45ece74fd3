package makegood.cases;

import java.util.List;
import makegood.platform.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The pieces that a case is about. Runs in the transaction of the step that calls. */
@Service
@Transactional(propagation = Propagation.REQUIRED)
public class CaseLines {
    private final JdbcClient db;
    private final Timeline timeline;

    CaseLines(JdbcClient db, Timeline timeline) {
        this.db = db;
        this.timeline = timeline;
    }

    List<CaseFacts.Line> of(String caseNumber) {
        return of("case_line", caseNumber);
    }

    private List<CaseFacts.Line> of(String table, String caseNumber) {
        return db.sql("select line_number, quantity from " + table + " where case_number = ? order by line_number")
                .param(caseNumber)
                .query((row, n) -> new CaseFacts.Line(row.getInt(1), row.getInt(2)))
                .list();
    }

    void are(String caseNumber, List<CaseFacts.Line> lines) {
        db.sql("delete from case_line where case_number = ?").param(caseNumber).update();
        insert("case_line", caseNumber, lines);
    }

    private void insert(String table, String caseNumber, List<CaseFacts.Line> lines) {
        lines.forEach(l -> db.sql("insert into " + table + " (case_number, line_number, quantity) values (?, ?, ?)")
                .params(caseNumber, l.line(), l.quantity())
                .update());
    }

    /** What was asked for where the case is about less of it: the same request again joins it. */
    void askedFor(String caseNumber, List<CaseFacts.Line> lines) {
        if (of("case_asked_line", caseNumber).isEmpty()) {
            insert("case_asked_line", caseNumber, lines);
        }
    }

    /** The case keeps only what is in one parcel; the rest is free for a case of its own. Nothing changes when that is all. */
    public void narrow(String caseNumber, String trackingNumber, List<CaseFacts.Line> pieces) {
        var before = of(caseNumber);
        if (before.equals(pieces)) {
            return;
        }
        askedFor(caseNumber, before);
        are(caseNumber, pieces);
        timeline.add(
                caseNumber,
                "PARCEL",
                new Text(
                        "The case is about parcel " + trackingNumber + " and what is in it.",
                        "本案只涉及包裹 " + trackingNumber + " 及其中的商品。"));
    }
}
