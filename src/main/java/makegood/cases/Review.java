package makegood.cases;

import java.util.Set;
import makegood.platform.Answers;
import makegood.platform.Text;

/** The answer to the review of a request: fields {@code decision}, {@code evidence}, {@code refusalReason}, {@code offerProcedure}, {@code messageToCustomer}. */
public record Review(
        ReviewDecision decision, EvidenceLevel evidence, RefusalReason refusalReason, CaseKind offer, String message) {

    /** Notes on the answers what is wrong; the caller checks them. Offers that wait for the customer are not among them. */
    public static Review read(Answers answers, Set<CaseKind> offers) {
        var review = readAny(answers, offers);
        answers.require(
                review.decision != ReviewDecision.CHANGE_AMOUNT && review.decision != ReviewDecision.ASK_WITHDRAW,
                "decision",
                "UNKNOWN_CODE",
                "must be one of [APPROVE, REFUSE, ASK_EVIDENCE, OFFER_OTHER]",
                "只能是 [APPROVE, REFUSE, ASK_EVIDENCE, OFFER_OTHER]");
        return review;
    }

    /** As {@link #read}, with every offer. */
    static Review readAny(Answers answers, Set<CaseKind> offers) {
        var decision = answers.required("decision", ReviewDecision.class);
        var reason = answers.optional("refusalReason", RefusalReason.class);
        var other = answers.optional("offerProcedure", CaseKind.class);
        answers.require(
                decision != ReviewDecision.REFUSE || answers.has("refusalReason"),
                "refusalReason",
                "REQUIRED",
                "a refusal needs its reason",
                "拒绝必须选择原因");
        answers.require(
                decision != ReviewDecision.OFFER_OTHER || answers.has("offerProcedure"),
                "offerProcedure",
                "REQUIRED",
                "which procedure instead?",
                "请选择改为哪种处理");
        answers.require(
                other.isEmpty() || offers.contains(other.get()),
                "offerProcedure",
                "PROCEDURE_NOT_SERVED",
                "can be offered: " + offers,
                "目前可改为：" + offers);
        return new Review(
                decision,
                answers.optional("evidence", EvidenceLevel.class).orElse(null),
                reason.orElse(null),
                other.orElse(null),
                answers.text("messageToCustomer", Answers.MESSAGE_MAX));
    }

    /** Writes what the review says to the case; another procedure holds at once. */
    public void keep(Cases cases, String caseNumber) {
        keep(cases, caseNumber, true);
        if (decision == ReviewDecision.OFFER_OTHER) {
            cases.kind(caseNumber, offer);
        }
    }

    void keep(Cases cases, String caseNumber, boolean agreed) {
        if (evidence != null) {
            cases.evidence(caseNumber, evidence);
        }
        cases.say(caseNumber, message, refusalReason);
        cases.note(caseNumber, "DECIDED", words(agreed));
    }

    private Text words(boolean agreed) {
        return switch (decision) {
            case APPROVE -> new Text("The request was approved.", "已同意申请。");
            case REFUSE -> new Text("A refusal was prepared.", "已准备拒绝申请。");
            case ASK_EVIDENCE -> new Text("Evidence was asked for.", "已请客户补充凭证。");
            case OFFER_OTHER ->
                agreed
                        ? new Text("Another procedure was agreed.", "已与客户商定改为其他处理方式。")
                        : new Text("Another procedure is offered.", "提议改为其他处理方式。");
            case CHANGE_AMOUNT -> new Text("Another amount is offered.", "提议其他退款金额。");
            case ASK_WITHDRAW -> new Text("The customer is asked to take the request back.", "邀请客户撤销申请。");
        };
    }
}
