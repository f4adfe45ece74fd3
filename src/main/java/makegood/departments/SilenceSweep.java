package makegood.departments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import makegood.platform.Utc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds departments that owe an answer longer than they may and tells of each once, whichever node sees it first. Messages
 * to customers and refunds are not among them: the one owes nothing, the other is asked after by its own steps.
 */
@Component
@ConditionalOnProperty(name = "makegood.departments.sweep", matchIfMissing = true)
class SilenceSweep {
    static final int PAGE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(SilenceSweep.class);

    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SilenceSweep(JdbcClient sql, Clock clock, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /** The rest of a long list comes with the next sweep. */
    @Scheduled(fixedDelayString = "${makegood.departments.sweep-period:PT5S}")
    void sweep() {
        due(clock.instant()).forEach(this::tell);
    }

    private List<DepartmentSilent> due(Instant now) {
        return sql.sql("select case_number, request_id, department, topic, due_at from department_request"
                        + " where silence_told_at is null and request_state in ('OPEN', 'SENDING', 'PENDING', 'FAILED')"
                        + " and due_at < ? and case_number is not null and topic not in ('notification.send',"
                        + " 'finance.refund', 'finance.query-refund') order by due_at limit " + PAGE)
                .param(Utc.of(now))
                .query((row, n) -> new DepartmentSilent(
                        row.getString("case_number"),
                        row.getString("request_id"),
                        row.getString("department"),
                        row.getString("topic"),
                        Utc.instant(row, "due_at")))
                .list();
    }

    /** What one case cannot use must not keep the others waiting. */
    private void tell(DepartmentSilent silence) {
        try {
            transaction.executeWithoutResult(status -> {
                int first = sql.sql("update department_request set silence_told_at = ?"
                                + " where request_id = ? and silence_told_at is null")
                        .params(Utc.of(clock.instant()), silence.requestId())
                        .update();
                if (first > 0) {
                    events.publishEvent(silence);
                }
            });
        } catch (RuntimeException failed) {
            LOG.error("the silence of {} in case {} could not be told", silence.topic(), silence.caseNumber(), failed);
        }
    }
}
