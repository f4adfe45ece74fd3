package makegood.clocks;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The limits of our answer to a customer. The oldest message without an answer counts: those that follow it start
 * nothing anew. In a chat silence has limits of its own beside the one of the answer. None of them pauses, whoever
 * the case waits for, and none ends by an automatic reply.
 */
@Service
@Transactional
public class ResponseClocks {
    private static final String CHAT = "CHAT";
    private static final String FIRST = "FIRST_RESPONSE";
    private static final String NEXT = "NEXT_RESPONSE";
    private static final List<String> SILENCE = List.of("UNANSWERED_1", "UNANSWERED_2");
    private static final List<String> STAGES = List.of(FIRST, NEXT, SILENCE.get(0), SILENCE.get(1));

    private final ClockRows rows;
    private final ServiceLimits limits;
    private final Clock clock;

    ResponseClocks(ClockRows rows, ServiceLimits limits, Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.clock = clock;
    }

    static boolean owns(ClockRow row) {
        return row.head().taskId() == null && STAGES.contains(row.head().stage());
    }

    /** Who waits for an answer, over which channel, and whose answer it is; {@code owner} may be null, the team never. */
    public record Waiting(
            String caseNumber, String store, String owner, String team, String channel, String priority) {}

    /** A request opens a case. */
    public void opened(Waiting customer) {
        begin(customer, FIRST);
    }

    /** A request is taken into a case that knew no customer's wish yet: what ran for us alone makes room. */
    public void joined(Waiting customer) {
        answered(customer.caseNumber(), customer.owner());
        begin(customer, FIRST);
    }

    /** The customer has written once more, or over one more channel. */
    public void wrote(Waiting customer) {
        boolean chat = CHAT.equals(customer.channel());
        var unanswered = rows.running(customer.caseNumber()).stream()
                .filter(ResponseClocks::owns)
                .map(row -> row.head().stage())
                .toList();
        if (unanswered.stream().noneMatch(chat ? SILENCE::contains : STAGES::contains)) {
            begin(customer, chat ? NEXT : FIRST);
        }
    }

    private void begin(Waiting customer, String stage) {
        start(customer, stage);
        if (CHAT.equals(customer.channel())) {
            SILENCE.forEach(silence -> start(customer, silence));
        }
    }

    private void start(Waiting customer, String stage) {
        var now = clock.instant();
        var limit = limits.of(customer.store(), stage, customer.channel(), customer.priority(), now);
        rows.insert(ClockRow.started(customer.caseNumber(), customer.store(), "OWN", stage, limit.onLimit(), now)
                .limited(limit)
                .of(customer.owner(), customer.team()));
    }

    /** Somebody has answered; what is late by now was missed by the owner. */
    public void answered(String caseNumber, String owner) {
        rows.end(caseNumber, STAGES, owner, clock.instant());
    }

    /** Whose miss it is: the owner at that moment, or nobody's but the team's. */
    public void missedBy(String clockId, String owner) {
        rows.own(clockId, owner);
    }
}
