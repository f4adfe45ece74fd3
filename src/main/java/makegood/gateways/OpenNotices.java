package makegood.gateways;

import java.time.Duration;
import java.util.Map;
import makegood.departments.AsSystem;
import makegood.departments.DepartmentAnswered;
import makegood.platform.AppClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notifications that are still news. Nobody may have waited yet when one came, so it is told again. One that contradicts
 * what the gateway had said before is asked for, and its answer decides: a settled refund that it now refuses has come
 * back; a refused one that it now settled waits for a person, who may have paid already.
 */
@Component
class OpenNotices {
    /** How long after a notification it is told again to whoever may wait by then. */
    static final Duration UNHEARD = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(OpenNotices.class);
    private static final int AT_ONCE = 20;
    private static final int TOLD_AGAIN = 2;
    private static final int ASKED = 30;
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private final GatewayAccounts accounts;
    private final SentRefunds sent;
    private final NoticeBook book;
    private final AppClock clock;
    private final AsSystem asSystem;
    private final ApplicationEventPublisher events;

    OpenNotices(
            GatewayAccounts accounts,
            SentRefunds sent,
            NoticeBook book,
            AppClock clock,
            AsSystem asSystem,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sent = sent;
        this.book = book;
        this.clock = clock;
        this.asSystem = asSystem;
        this.events = events;
    }

    static DepartmentAnswered word(String refundNumber, Map<String, Object> values) {
        return new DepartmentAnswered("finance.refund", refundNumber, values);
    }

    @Scheduled(fixedDelayString = "${makegood.gateways.sweep:5000}")
    void look() {
        for (var notice : book.due(clock.instant(), AT_ONCE)) {
            try {
                look(notice, sent.find(notice.refundNumber()).orElseThrow());
            } catch (RuntimeException notNow) {
                LOG.warn("Refund {} could not be asked for: {}", notice.refundNumber(), notNow.toString());
                later(notice, ASKED, NoticeState.KEPT);
            }
        }
    }

    private void look(NoticeBook.Kept notice, SentRefunds.Sent known) {
        if (known.told() == null) {
            inTurn(() -> events.publishEvent(word(notice.refundNumber(), Map.of())));
            later(notice, TOLD_AGAIN, NoticeState.DONE);
        } else if (known.told() == notice.told()) {
            book.end(notice, NoticeState.DONE);
        } else {
            ask(notice, known);
        }
    }

    private void ask(NoticeBook.Kept notice, SentRefunds.Sent known) {
        var account = accounts.named(known.account()).orElseThrow();
        var answer = account.gateway().query(known.refund());
        var told = Told.of(answer);
        if (told == Told.OPEN) {
            later(notice, ASKED, NoticeState.KEPT);
            return;
        }
        boolean cameBack = known.told() == Told.SETTLED && told == Told.REFUSED;
        boolean paidAfterAll = known.told() == Told.REFUSED && told == Told.SETTLED;
        inTurn(() -> {
            if (book.end(notice, paidAfterAll ? NoticeState.KEPT : NoticeState.DONE) && cameBack) {
                sent.told(notice.refundNumber(), answer);
                events.publishEvent(word(notice.refundNumber(), Map.of("state", "REVERSED")));
            }
        });
    }

    private void inTurn(Runnable work) {
        asSystem.inTurn(() -> {
            work.run();
            return true;
        });
    }

    private void later(NoticeBook.Kept notice, int most, NoticeState afterwards) {
        if (notice.tries() >= most) {
            book.end(notice, afterwards);
        } else {
            book.lookLater(notice, clock.instant().plus(PAUSE));
        }
    }
}
