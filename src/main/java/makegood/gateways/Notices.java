package makegood.gateways;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import makegood.departments.AsSystem;
import makegood.platform.AppClock;
import makegood.platform.BusinessRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door for gateways: a notification is proven, kept against replay and written down before it is confirmed. It never
 * moves a refund itself: whoever waits for the refund is woken and asks the gateway.
 */
@Component
class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private final GatewayAccounts accounts;
    private final SentRefunds sent;
    private final NoticeBook book;
    private final AppClock clock;
    private final AsSystem asSystem;
    private final ApplicationEventPublisher events;

    Notices(
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

    /** Whose it is, so that it is confirmed as that vendor wants; the same when it was told before. */
    GatewayKind receive(String account, Letter letter) throws BusinessRefusal {
        var opened = accounts.named(account).orElseThrow(GatewayAccountUnknown::new);
        var now = clock.instant();
        var notice = opened.gateway().read(letter, List.of(now, now.minus(clock.offset())));
        if (notice.isPresent()) {
            asSystem.inTurn(() -> take(account, notice.get(), letter, now));
        }
        return opened.settings().kind();
    }

    private boolean take(String account, Notice notice, Letter letter, Instant now) {
        if (book.known(account, notice.id())) {
            return false;
        }
        var known = sent.find(notice.refundNumber()).filter(s -> s.account().equals(account));
        var told = known.map(SentRefunds.Sent::told);
        if (known.isEmpty()) {
            LOG.warn("Account {} was told of a refund that it never sent; it waits for a person", account);
            book.add(account, notice, NoticeState.KEPT, letter.body(), now, null);
        } else if (told.isEmpty()) {
            book.add(account, notice, NoticeState.OPEN, letter.body(), now, now.plus(OpenNotices.UNHEARD));
            events.publishEvent(OpenNotices.word(notice.refundNumber(), Map.of()));
        } else {
            boolean news = told.get() != notice.told();
            book.add(
                    account, notice, news ? NoticeState.OPEN : NoticeState.DONE, letter.body(), now, news ? now : null);
        }
        return true;
    }
}
