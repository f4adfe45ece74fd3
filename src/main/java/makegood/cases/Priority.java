package makegood.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import makegood.orders.Order;
import makegood.platform.CaseDecisions;
import org.springframework.stereotype.Component;

/** How urgent a new case is, by the table {@code priority}; it is known before the first clock starts. */
@Component
class Priority {
    private static final long NO_DEADLINE = 9999;

    private final CaseDecisions decisions;
    private final Clock clock;

    Priority(CaseDecisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** {@code level} P1 to P4, and the rule that gave it. */
    record Given(String level, String rule) {}

    /** @param reopened closed cases about the same lines */
    Given of(AfterSalesCase c, Order order, List<CaseFacts.Line> lines, int reopened) {
        var tier = order == null || order.customer() == null
                ? null
                : order.customer().tier();
        long hours = c.deadlineUntil == null
                ? NO_DEADLINE
                : Duration.between(clock.instant(), c.deadlineUntil).toHours();
        var result = decisions.evaluate(
                c.caseNumber,
                "priority",
                Map.of(
                        "safety",
                        c.reason == Reason.SAFETY_HAZARD,
                        "origin",
                        c.origin,
                        "kind",
                        c.askedKind == null ? "UNKNOWN" : c.askedKind.name(),
                        "tier",
                        tier == null ? "UNKNOWN" : tier.name(),
                        "hoursLeft",
                        hours,
                        "moneyAtZero",
                        c.deadlineUntil == null ? 0L : atStake(order, lines),
                        "reopenCount",
                        reopened,
                        "rating",
                        c.reviewRating == null ? 0 : c.reviewRating));
        return new Given((String) result.get("priority"), (String) result.get("rule"));
    }

    private static long atStake(Order order, List<CaseFacts.Line> lines) {
        return order == null
                ? 0
                : lines.stream()
                        .mapToLong(l -> order.line(l.line())
                                .map(o -> o.shareOf(l.quantity()))
                                .orElse(0L))
                        .sum();
    }
}
