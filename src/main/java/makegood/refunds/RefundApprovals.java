package makegood.refunds;

import java.util.Map;
import java.util.TreeMap;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.CustomerRisk;
import makegood.cases.OwnRequest;
import makegood.cases.RefusalReason;
import makegood.orders.Orders;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.people.People;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.CaseDecisions;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** Who must approve a refund, and what the approver's word does. Who asked never approves; two people means two. */
@Component
class RefundApprovals {
    private final Refunds refunds;
    private final RefundHolds reservations;
    private final Cases cases;
    private final Orders orders;
    private final Authority authority;
    private final People people;
    private final CustomerRisk risk;
    private final CaseDecisions decisions;

    RefundApprovals(
            Refunds refunds,
            RefundHolds reservations,
            Cases cases,
            Orders orders,
            Authority authority,
            People people,
            CustomerRisk risk,
            CaseDecisions decisions) {
        this.refunds = refunds;
        this.reservations = reservations;
        this.cases = cases;
        this.orders = orders;
        this.authority = authority;
        this.people = people;
        this.risk = risk;
        this.decisions = decisions;
    }

    /** Inputs of {@code refund-approval} (rules.md 4.9). */
    Map<String, Object> facts(RefundRequest request, boolean ruling) {
        var c = cases.get(request.caseNumber);
        return Map.of(
                "route",
                route(c, request),
                "ruling",
                ruling,
                "lane",
                lane(c, request),
                "inspected",
                request.undonePayment == null && c.dueInspected(),
                "risk",
                risk(c),
                "grade",
                people.grade(request.requestedBy).name(),
                "amountFen",
                request.amount);
    }

    /** For a payment that is given back nothing was sent, or what was bought with it has come back. */
    private static String lane(CaseFacts c, RefundRequest request) {
        return request.undonePayment != null ? "NOT_SHIPPED" : c.dueLane() == null ? "GOODWILL" : c.dueLane();
    }

    /** What the tables know of the customer. It sends a case to a lead, it never refuses. */
    private String risk(CaseFacts c) {
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        return (String) decisions
                .evaluate(c.caseNumber(), "customer-risk", risk.facts(c, order))
                .get("level");
    }

    /** Cash at the door cannot go back the way it came. */
    private String route(CaseFacts c, RefundRequest request) {
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        boolean original = refunds.of(request).stream()
                .allMatch(r -> order.payment(r.paymentNumber).orElseThrow().hasRouteBack());
        return original ? "ORIGINAL" : "OTHER";
    }

    /** The team that must approve, or null when nobody needs to. */
    String team(RefundRequest request, String approval) {
        request.approval = approval;
        return switch (approval) {
            case "NONE" -> null;
            case "AGENT" -> "after-sales";
            case "LEAD" -> "leads";
            default -> "finance";
        };
    }

    ApprovalDecision decided(RefundRequest request, Answers answers) throws BusinessRefusal {
        var decision = answers.required("decision", ApprovalDecision.class);
        var amount = answers.amount("approvedAmount");
        var reason = answers.optional("refusalReason", RefusalReason.class);
        answers.require(
                decision != ApprovalDecision.CHANGE_AMOUNT || amount.isPresent() || answers.has("approvedAmount"),
                "approvedAmount",
                "REQUIRED",
                "which amount instead?",
                "请填写新的金额");
        answers.require(
                decision != ApprovalDecision.CHANGE_AMOUNT
                        || amount.isEmpty()
                        || amount.get() > 0 && amount.get() <= request.amount,
                "approvedAmount",
                "OUT_OF_RANGE",
                "from 1 to " + request.amount,
                "须为 1 到 " + request.amount);
        answers.require(
                decision != ApprovalDecision.CHANGE_AMOUNT || request.undonePayment == null,
                "decision",
                "WHOLE_PAYMENT",
                "this payment goes back whole or not at all",
                "该笔付款只能全额退回或不退");
        answers.require(
                decision != ApprovalDecision.REFUSE || answers.has("refusalReason"),
                "refusalReason",
                "REQUIRED",
                "a refusal needs its reason",
                "拒绝必须选择原因");
        answers.check();
        mayDecide(request);
        switch (decision) {
            case APPROVE -> approve(request);
            case CHANGE_AMOUNT -> change(request, amount.orElseThrow());
            case REFUSE -> refuse(request, reason.orElseThrow());
        }
        return decision;
    }

    private void mayDecide(RefundRequest request) throws BusinessRefusal {
        var by = Caller.current().account();
        if (by.equals(request.requestedBy) || by.equals(request.approvedBy)) {
            throw new OwnRequest();
        }
        boolean second = request.approvedBy != null;
        boolean allowed = second
                ? authority.limit("REFUND_OTHER_ROUTE", by) != 0
                : authority.allows("REFUND", by, request.amount);
        if (!allowed) {
            throw new BeyondAuthority();
        }
    }

    private void approve(RefundRequest request) {
        var by = Caller.current().account();
        if (request.approvedBy == null) {
            request.approvedBy = by;
        } else {
            request.secondBy = by;
        }
        note(request, "Refund approved: " + Money.plain(request.amount), "已批准退款：" + Money.plain(request.amount));
    }

    /** The lower amount is taken off the lines in turn, and whoever set it has now asked for it. */
    private void change(RefundRequest request, long amount) {
        var c = cases.get(request.caseNumber);
        var shares = new TreeMap<>(refunds.shares(request));
        long freight = shares.getOrDefault(Cases.FREIGHT, 0L);
        shares.remove(Cases.FREIGHT);
        long over = request.amount - amount;
        long freightOff = Math.min(over, freight);
        over -= freightOff;
        for (var line : shares.descendingKeySet()) {
            long off = Math.min(over, shares.get(line));
            shares.put(line, shares.get(line) - off);
            over -= off;
        }
        reservations.release(request, RefundState.CANCELLED, "AMOUNT_CHANGED");
        cases.due(request.caseNumber, shares, freight - freightOff);
        cases.ground(
                request.caseNumber,
                c.dueLane(),
                c.dueInspected(),
                Caller.current().account());
        note(request, "Refund amount changed to " + Money.plain(amount), "退款金额改为 " + Money.plain(amount));
    }

    private void refuse(RefundRequest request, RefusalReason reason) {
        request.refusalReason = reason.name();
        cases.say(request.caseNumber, "", reason);
        note(
                request,
                "Refund not approved: " + reason.text().en(),
                "退款未获批准：" + reason.text().zh());
    }

    /** Two people: after the first comes a lead. */
    boolean needsSecond(RefundRequest request) {
        return "TWO_PEOPLE".equals(request.approval) && request.secondBy == null;
    }

    private void note(RefundRequest request, String en, String zh) {
        cases.note(request.caseNumber, "APPROVAL", new Text(en + ".", zh + "。"));
    }
}
