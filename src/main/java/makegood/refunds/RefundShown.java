package makegood.refunds;

import makegood.cases.CaseShown;
import makegood.cases.CaseValue;
import makegood.cases.Cases;
import makegood.people.Authority;
import makegood.platform.Caller;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a person sees of a refund that is being decided or paid another way. */
@Component
class RefundShown {
    private final Refunds refunds;
    private final CaseValue value;
    private final Authority authority;
    private final RefundLimits limits;
    private final RefundPreview preview;
    private final Cases cases;

    RefundShown(
            Refunds refunds,
            CaseValue value,
            Authority authority,
            RefundLimits limits,
            RefundPreview preview,
            Cases cases) {
        this.limits = limits;
        this.preview = preview;
        this.cases = cases;
        this.refunds = refunds;
        this.value = value;
        this.authority = authority;
    }

    @EventListener
    void on(CaseShown shown) {
        var proposal = shown.proposal();
        if (shown.element().equals("Task_ReviewRefundRequest")
                || shown.element().equals("Task_ReviewReturnRequest")) {
            boolean refundOnly = shown.element().equals("Task_ReviewRefundRequest");
            proposal.put(
                    "leftToRefund",
                    refundOnly ? limits.most(cases.get(shown.caseNumber())) : value.of(shown.caseNumber()));
            if (refundOnly) {
                proposal.put("refundPreview", preview.of(shown.caseNumber(), null));
            }
            long limit = authority.limit(
                    shown.element().endsWith("ReturnRequest") ? "APPROVE_RETURN" : "REFUND",
                    Caller.current().account());
            if (limit > 0) {
                proposal.put("limit", limit);
            }
        }
        var request = refunds.latest(shown.caseNumber());
        if (request == null) {
            return;
        }
        if (shown.element().equals("Task_ApproveRefund")) {
            proposal.put("refundAmount", request.amount);
            proposal.put("refundPreview", preview.of(shown.caseNumber(), null));
            proposal.put("leftToRefund", request.amount);
            proposal.put("requestedBy", request.requestedBy);
            proposal.put("approval", request.approval);
        }
        if (shown.element().contains("PayOut")) {
            refunds.of(request).stream()
                    .filter(r -> r.state() == RefundState.FAILED_FINAL || r.state() == RefundState.REVERSED)
                    .findFirst()
                    .ifPresent(r -> {
                        proposal.put("refundAmount", r.amount);
                        var payOut = refunds.latestPayOut(r.refundNumber);
                        if (payOut != null) {
                            proposal.put("payOutMethod", payOut.method);
                            proposal.put("accountName", payOut.accountName);
                            proposal.put("accountNumber", payOut.accountNumber);
                            proposal.put("proofNumber", payOut.proofNumber);
                        }
                    });
        }
    }
}
