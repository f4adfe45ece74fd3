package makegood.logistics;

import makegood.cases.Cases;
import makegood.cases.EvidenceLevel;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/**
 * What an agent sees in photos, video, weights and the pick record. Fields {@code decision} ESTABLISHED or ASK_EVIDENCE,
 * {@code evidence}, {@code fact}, {@code severity}, {@code exceptionKind} when it is another one, and per line
 * {@code affectedQuantity_n}.
 */
@Component
class EvidenceCheck {
    private final Troubles troubles;
    private final Cases cases;

    EvidenceCheck(Troubles troubles, Cases cases) {
        this.troubles = troubles;
        this.cases = cases;
    }

    enum Decision {
        ESTABLISHED,
        ASK_EVIDENCE
    }

    /** What is inside a parcel can be broken, wrong or missing. */
    enum Contents {
        DAMAGED,
        WRONG_GOODS,
        MISSING_GOODS
    }

    /** True when the customer is to be asked for more. */
    boolean taken(String caseNumber, Answers answers) throws BusinessRefusal {
        var decision = answers.required("decision", Decision.class);
        boolean established = decision == Decision.ESTABLISHED;
        var level = answers.optional("evidence", EvidenceLevel.class);
        var fact = answers.optional("fact", Fact.class);
        var severity = answers.optional("severity", ParcelTrouble.Severity.class);
        var kind = answers.optional("exceptionKind", Contents.class);
        var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
        answers.require(
                !established || fact.isPresent() || answers.has("fact"),
                "fact",
                "REQUIRED",
                "what was found out? NONE when nobody knows",
                "请选择查明的事实，未查明选“未查明”");
        var now = kind.map(Contents::name).orElse(cases.get(caseNumber).exceptionKind());
        answers.require(
                !established || !now.equals("DAMAGED") || severity.isPresent() || answers.has("severity"),
                "severity",
                "REQUIRED",
                "light or heavy damage?",
                "请选择破损程度");
        int pieces = 0;
        for (var line : troubles.lines(caseNumber)) {
            pieces += pieces(line, answers);
        }
        answers.require(pieces > 0, "affectedQuantity", "REQUIRED", "at least one piece is affected", "至少涉及一件商品");
        answers.check();
        level.ifPresent(l -> cases.evidence(caseNumber, l));
        if (!established) {
            cases.say(caseNumber, message, null);
            return true;
        }
        var trouble = troubles.get(caseNumber);
        trouble.fact = fact.orElseThrow();
        trouble.severity = severity.orElse(ParcelTrouble.Severity.NONE);
        troubles.lines(caseNumber).forEach(line -> line.affected = pieces(line, answers));
        cases.exception(caseNumber, now, null);
        cases.note(
                caseNumber,
                "EVIDENCE_CHECKED",
                new Text(
                        "Evidence checked: " + trouble.fact + ", " + trouble.severity + ".",
                        "已核对凭证：" + trouble.fact + "，" + trouble.severity + "。"));
        return false;
    }

    /** All pieces of the case when nothing else is said. */
    private static int pieces(TroubleLine line, Answers answers) {
        var field = "affectedQuantity_" + line.lineNumber;
        int pieces = answers.quantity(field).orElse(answers.has(field) ? 0 : line.quantity);
        answers.require(
                pieces <= line.quantity,
                field,
                "OUT_OF_RANGE",
                "at most " + line.quantity,
                "最多 " + line.quantity + " 件");
        return pieces;
    }
}
