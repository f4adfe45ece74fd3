package makegood.compensations;

import java.util.List;
import java.util.Map;
import makegood.cases.CaseShown;
import makegood.cases.Cases;
import makegood.people.Authority;
import makegood.platform.Caller;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a person sees of compensations: at every task what the order got so far, at the decisions the customer's 90 days. */
@Component
class CompensationShown {
    private final Compensations compensations;
    private final CompensationBudget budget;
    private final Cases cases;
    private final Authority authority;

    CompensationShown(Compensations compensations, CompensationBudget budget, Cases cases, Authority authority) {
        this.compensations = compensations;
        this.budget = budget;
        this.cases = cases;
        this.authority = authority;
    }

    @EventListener
    void on(CaseShown shown) {
        var c = cases.get(shown.caseNumber());
        var proposal = shown.proposal();
        var given = compensations.forOrder(c.store(), c.orderNumber());
        if (given.times() > 0) {
            proposal.put("compensatedBefore", given.amount());
        }
        var rows = compensations.proposal(shown.caseNumber()).stream()
                .filter(r -> r.state != CompensationState.NOT_GIVEN)
                .toList();
        if (!shown.element().contains("Compensation")) {
            return;
        }
        proposal.put("budgetLeft", Math.max(0, budget.left(c.store())));
        long limit = authority.limit("COMPENSATE", Caller.current().account());
        if (limit > 0) {
            proposal.put("limit", limit);
        }
        if (!rows.isEmpty()) {
            show(shown(shown.element(), rows), proposal);
            proposal.put("compensationAmount", Compensations.sum(rows));
        }
        if (rows.size() > 1) {
            proposal.put(
                    "compensationParts",
                    rows.stream()
                            .map(r -> Map.of("type", r.type.name(), "amount", r.amount, "state", r.state.name()))
                            .toList());
        }
    }

    /** Finance looks for an account for the money among the parts. */
    private static Compensation shown(String element, List<Compensation> rows) {
        return rows.stream()
                .filter(r -> element.equals("Task_PrepareCompensationPayOut")
                        && r.type.way() == CompensationType.Way.CASH
                        && r.state == CompensationState.HELD)
                .findFirst()
                .orElse(rows.get(0));
    }

    private void show(Compensation row, Map<String, Object> proposal) {
        proposal.put("compensationType", row.type.name());
        proposal.put("compensationAmount", row.amount);
        proposal.put("compensationReason", row.reasonText);
        proposal.put("requestedBy", row.proposedBy);
        proposal.put(
                "given90d",
                compensations.lately(row.store, row.customerReference).times());
        if (row.messageText != null) {
            proposal.put("messageToCustomer", row.messageText);
        }
        if (row.giftSku != null) {
            proposal.put("giftSku", row.giftSku);
        }
        if (row.payOutMethod != null) {
            proposal.put("payOutMethod", row.payOutMethod);
            proposal.put("accountName", row.accountName);
            proposal.put("accountNumber", row.accountNumber);
        }
    }
}
