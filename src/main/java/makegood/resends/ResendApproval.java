package makegood.resends;

import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.OwnRequest;
import makegood.cases.RefusalReason;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** Goods that leave for nothing need the authority of their value; who asked never approves. */
@Component
class ResendApproval {
    static final String ACTION = "SHIP_WITHOUT_RETURN";

    /** What the second person says. */
    enum ApprovalAnswer {
        APPROVE,
        REFUSE
    }

    private final Resends resends;
    private final Cases cases;
    private final Authority authority;

    ResendApproval(Resends resends, Cases cases, Authority authority) {
        this.resends = resends;
        this.cases = cases;
        this.authority = authority;
    }

    /** Nobody is asked for what was approved before and has not grown, nor for what the requester may give alone. */
    boolean needed(CaseFacts c) {
        var resend = resends.get(c.caseNumber());
        return resend.approvedBy == null
                && (resend.agreedBy == null
                        || !authority.allows(ACTION, resend.agreedBy, resends.value(c.caseNumber())));
    }

    boolean decided(String caseNumber, Answers answers) throws BusinessRefusal {
        var answer = answers.required("decision", ApprovalAnswer.class);
        var reason = answers.optional("refusalReason", RefusalReason.class);
        answers.require(
                answer != ApprovalAnswer.REFUSE || answers.has("refusalReason"),
                "refusalReason",
                "REQUIRED",
                "a refusal needs its reason",
                "拒绝必须选择原因");
        answers.check();
        var resend = resends.get(caseNumber);
        var by = Caller.current().account();
        if (by.equals(resend.agreedBy)) {
            throw new OwnRequest();
        }
        long value = resends.value(caseNumber);
        if (!authority.allows(ACTION, by, value)) {
            throw new BeyondAuthority();
        }
        boolean approved = answer == ApprovalAnswer.APPROVE;
        var amount = Money.plain(value);
        if (approved) {
            resend.approvedBy = by;
            cases.note(
                    caseNumber,
                    "APPROVAL",
                    new Text("Resend approved: worth " + amount + ".", "已批准补发，价值 " + amount + "。"));
        } else {
            cases.say(caseNumber, "", reason.orElseThrow());
            cases.note(
                    caseNumber,
                    "APPROVAL",
                    new Text(
                            "Resend not approved: " + reason.get().text().en() + ".",
                            "补发未获批准：" + reason.get().text().zh() + "。"));
        }
        return approved;
    }
}
