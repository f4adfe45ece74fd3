package makegood.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import makegood.departments.Part;
import makegood.platform.Money;

/** A case as the public surface shows it (GET /api/v1/cases/{caseNumber}); personal data is masked. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        String caseNumber,
        String store,
        String orderNumber,
        CaseKind procedure,
        CaseKind asked,
        Reason reason,
        Channel channel,
        String priority,
        String status,
        Outcome outcome,
        Remedy remedy,
        Boolean joined,
        List<String> linkedCases,
        String owner,
        String team,
        String openedBy,
        Instant openedAt,
        Instant closedAt,
        String zone,
        String statement,
        Boolean goodsIntact,
        Money requestedAmount,
        EvidenceLevel evidence,
        Customer customer,
        CaseFacts.Review review,
        ReviewOutcome reviewOutcome,
        List<Map<String, Object>> lines,
        List<Wait> waitingFor,
        List<Part> parts,
        List<Clock> clocks,
        List<Action> allowedActions,
        Sums money,
        List<Verdict> verdicts,
        Map<String, String> links) {
    record Customer(String reference, String maskedName, String maskedPhone, String tier) {}

    /** Who owes what by when: CUSTOMER, PLATFORM, a department or a team. */
    record Wait(String who, String what, Instant since, Instant dueAt) {}

    /** {@code endedAt}: null while it runs; of those that have ended only the missed ones are shown. */
    record Clock(
            String kind,
            String stage,
            Instant dueAt,
            Instant pausedSince,
            Instant breachedAt,
            Instant endedAt,
            String atZero,
            String owner,
            String team) {}

    record Action(String action, String by, Instant until) {}

    record Sums(Money paid, Money refunded, Money pending, Money compensated, Money charged, Money left) {}

    record Verdict(String decision, int version, String outcome, Map<String, Object> outputs, List<Rule> rules) {}

    record Rule(String id, String text) {}

    CaseView asJoined() {
        return new CaseView(
                caseNumber,
                store,
                orderNumber,
                procedure,
                asked,
                reason,
                channel,
                priority,
                status,
                outcome,
                remedy,
                true,
                linkedCases,
                owner,
                team,
                openedBy,
                openedAt,
                closedAt,
                zone,
                statement,
                goodsIntact,
                requestedAmount,
                evidence,
                customer,
                review,
                reviewOutcome,
                lines,
                waitingFor,
                parts,
                clocks,
                allowedActions,
                money,
                verdicts,
                links);
    }
}
