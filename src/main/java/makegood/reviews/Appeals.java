package makegood.reviews;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.ReviewsOfCases;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** The lane for what is no honest opinion: a dossier, a lead's word, the platform's lane, and never a public accusation. */
@Component
class Appeals {
    enum Decision {
        APPEAL,
        DO_NOT_APPEAL
    }

    private final ReviewCases rows;
    private final Cases cases;
    private final ReviewsOfCases reviews;
    private final Authority authority;

    Appeals(ReviewCases rows, Cases cases, ReviewsOfCases reviews, Authority authority) {
        this.rows = rows;
        this.cases = cases;
        this.reviews = reviews;
        this.authority = authority;
    }

    /** {@code evidenceIds} (comma separated; all of the case when empty) and {@code dossierNote}: what they show. */
    void collected(String caseNumber, Answers answers) throws BusinessRefusal {
        var note = answers.requiredText("dossierNote", 2_000);
        var given = answers.text("evidenceIds", 8_000);
        var held = reviews.evidence(caseNumber);
        var ids = given.isEmpty()
                ? held
                : Arrays.stream(given.split("\\s*,\\s*"))
                        .filter(id -> !id.isEmpty())
                        .toList();
        answers.require(
                held.containsAll(ids),
                "evidenceIds",
                "UNKNOWN_EVIDENCE",
                "the case holds no such evidence",
                "案件中没有该凭证");
        answers.check();
        var row = rows.get(caseNumber);
        row.dossier = String.join(",", ids);
        row.dossierNote = note;
        row.dossierBy = Caller.current().account();
        cases.note(
                caseNumber,
                "DOSSIER",
                new Text(
                        "Dossier with " + ids.size() + " pieces of evidence: " + note,
                        "已整理证据材料" + ids.size() + "份：" + note));
    }

    boolean decided(String caseNumber, Answers answers) throws BusinessRefusal {
        var decision = answers.required("decision", Decision.class);
        var note = answers.text("note", 2_000);
        answers.check();
        var by = Caller.current().account();
        if (!authority.allows("APPEAL_REVIEW", by, 0)) {
            throw new BeyondAuthority();
        }
        var row = rows.get(caseNumber);
        row.appealBy = by;
        boolean agreed = decision == Decision.APPEAL;
        if (agreed && row.reviewSign != ReviewSign.PRIVATE_DATA) {
            row.cause = ReviewCause.SUSPECTED_MALICIOUS;
            row.faultUnit = FaultUnit.NONE;
            cases.fault(caseNumber, row.cause.name(), row.faultUnit.name());
        }
        var more = note.isEmpty() ? "" : " " + note;
        cases.note(
                caseNumber,
                "DECIDED",
                agreed
                        ? new Text("The lead decided to appeal." + more, "主管决定申诉。" + more)
                        : new Text("The lead decided not to appeal." + more, "主管决定不申诉。" + more));
        return agreed;
    }

    Map<String, Object> appeal(String caseNumber) {
        var row = rows.get(caseNumber);
        var payload = new LinkedHashMap<String, Object>();
        payload.put("reviewId", cases.get(caseNumber).review().reviewId());
        payload.put("reason", row.reviewSign.name());
        payload.put(
                "evidence", row.dossier == null || row.dossier.isEmpty() ? List.of() : List.of(row.dossier.split(",")));
        return payload;
    }

    void result(String caseNumber, String result) {
        rows.get(caseNumber).appealResult = result;
        cases.note(
                caseNumber,
                "APPEAL",
                switch (result) {
                    case "REMOVED" -> new Text("The platform removed the review.", "平台已移除该评价。");
                    case "LOST" -> new Text("The platform did not uphold the appeal.", "平台未支持申诉。");
                    default -> new Text("No appeal was made.", "未提出申诉。");
                });
    }
}
