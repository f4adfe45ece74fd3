package makegood.cases;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers by which cases are found: tracking, refund, return authorisation, review. */
@Component
class CaseReferences {
    private final JdbcClient db;

    CaseReferences(JdbcClient db) {
        this.db = db;
    }

    /** Nothing when the case is found by it already. */
    void add(String caseNumber, String reference) {
        var known = db.sql("select count(*) from case_reference where reference = ? and case_number = ?")
                .params(reference, caseNumber)
                .query(Long.class)
                .single();
        if (known == 0) {
            db.sql("insert into case_reference (reference, case_number) values (?, ?)")
                    .params(reference, caseNumber)
                    .update();
        }
    }
}
