package makegood.compensations;

import java.util.List;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.OwnRequest;
import makegood.cases.RefusalReason;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.people.Grade;
import makegood.people.People;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Decisions;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** Who must approve a compensation, and what the approver's word does. Who set the amount never approves it. */
@Component
class CompensationApprovals {
    /** What an approver says. */
    enum Approval {
        APPROVE,
        REFUSE,
        CHANGE_AMOUNT
    }

    private static final String COMPENSATE = "COMPENSATE";
    private static final String ASK_LEGAL = "ASK_LEGAL";

    private final Compensations compensations;
    private final Cases cases;
    private final Authority authority;
    private final People people;
    private final Decisions decisions;

    CompensationApprovals(
            Compensations compensations, Cases cases, Authority authority, People people, Decisions decisions) {
        this.compensations = compensations;
        this.cases = cases;
        this.authority = authority;
        this.people = people;
        this.decisions = decisions;
    }

    /**
     * The team that decides: leads as far as a lead's own limit goes, above it the managers. Where the only manager of the
     * store has set the amount, a lead is the second person.
     */
    String team(List<Compensation> rows) {
        var row = rows.get(0);
        var lead = decisions.evaluate("authority", Map.of("action", COMPENSATE)).get("lead");
        if (row.decision.equals("ASK_LEAD") && Compensations.sum(rows) <= ((Number) lead).longValue()) {
            return "leads";
        }
        boolean alone = people.grade(row.proposedBy) == Grade.MANAGER
                && !people.anyOther(Grade.MANAGER, row.store, row.proposedBy);
        rows.forEach(r -> r.leadConfirms = alone);
        return alone ? "leads" : "managers";
    }

    Approval decided(String caseNumber, Answers answers) throws BusinessRefusal {
        var approval = answers.required("decision", Approval.class);
        var amount = answers.amount("approvedAmount").orElse(0L);
        var reason = answers.optional("refusalReason", RefusalReason.class);
        var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
        var legal = answers.text("legalReference", 64);
        var rows = compensations.proposal(caseNumber);
        var row = rows.get(0);
        long sum = Compensations.sum(rows);
        answers.require(
                approval != Approval.CHANGE_AMOUNT || amount > 0 && amount <= sum,
                "approvedAmount",
                "OUT_OF_RANGE",
                "from 1 to " + sum,
                "须为 1 到 " + sum);
        answers.require(
                approval != Approval.REFUSE || answers.has("refusalReason"),
                "refusalReason",
                "REQUIRED",
                "a refusal needs its reason",
                "拒绝必须选择原因");
        answers.require(
                approval != Approval.APPROVE || !row.decision.equals(ASK_LEGAL) || !legal.isEmpty(),
                "legalReference",
                "REQUIRED",
                "which opinion of the lawyers?",
                "请填写法务意见编号");
        answers.check();
        mayDecide(
                row,
                switch (approval) {
                    case APPROVE -> sum;
                    case CHANGE_AMOUNT -> amount;
                    case REFUSE -> 1;
                });
        if (approval == Approval.CHANGE_AMOUNT) {
            somebodyElse(row.store);
        }
        take(rows, approval, amount, legal);
        if (approval == Approval.REFUSE) {
            cases.say(caseNumber, message, reason.orElseThrow());
        }
        return approval;
    }

    /** The limit binds what is given, not what is turned down. */
    private void mayDecide(Compensation row, long amount) throws BusinessRefusal {
        var by = Caller.current().account();
        if (by.equals(row.proposedBy)) {
            throw new OwnRequest();
        }
        boolean manager = people.grade(by) == Grade.MANAGER;
        boolean second = row.leadConfirms && authority.limit(COMPENSATE, by) != 0 && people.grade(by) == Grade.LEAD;
        boolean allowed = second
                || switch (row.decision) {
                    case ASK_LEGAL -> authority.allows("SETTLE_STATUTORY_DAMAGES", by, amount);
                    case "ASK_LEAD" -> authority.allows(COMPENSATE, by, amount);
                    default -> manager && authority.allows(COMPENSATE, by, amount);
                };
        if (!allowed) {
            throw new BeyondAuthority();
        }
    }

    /** Who changes a sum has asked for it: refused at once where nobody is left to say yes. */
    private void somebodyElse(String store) throws NobodyElseDecides {
        var by = Caller.current().account();
        boolean left = people.grade(by) != Grade.MANAGER
                || people.anyOther(Grade.MANAGER, store, by)
                || people.anyOther(Grade.LEAD, store, by);
        if (!left) {
            throw new NobodyElseDecides();
        }
    }

    private void take(List<Compensation> rows, Approval approval, long amount, String legal) {
        var by = Caller.current().account();
        var number = rows.get(0).caseNumber;
        switch (approval) {
            case APPROVE -> {
                boolean above = people.grade(by) == Grade.MANAGER || rows.get(0).leadConfirms;
                rows.forEach(row -> {
                    row.approvedBy = by;
                    row.legalReference = legal.isEmpty() ? null : legal;
                    row.aboveBudget = above;
                });
                var sum = Money.plain(Compensations.sum(rows));
                note(number, "Compensation approved: " + sum, "已批准补偿：" + sum);
            }
            case CHANGE_AMOUNT -> {
                lower(rows, amount);
                rows.forEach(row -> row.proposedBy = by);
                note(number, "Compensation changed to " + Money.plain(amount), "补偿金额改为 " + Money.plain(amount));
            }
            case REFUSE -> {
                rows.forEach(row -> row.state = CompensationState.REFUSED);
                note(number, "Compensation not approved", "补偿未获批准");
            }
        }
    }

    /** What is too much is taken off the last kind first; a kind of which nothing is left is not given. */
    private static void lower(List<Compensation> rows, long amount) {
        long over = Compensations.sum(rows) - amount;
        for (int i = rows.size() - 1; i >= 0; i--) {
            var row = rows.get(i);
            long off = Math.min(over, row.amount);
            over -= off;
            if (off == row.amount) {
                row.state = CompensationState.REFUSED;
            } else {
                row.amount -= off;
            }
        }
    }

    private void note(String caseNumber, String en, String zh) {
        cases.note(caseNumber, "APPROVAL", new Text(en + ".", zh + "。"));
    }
}
