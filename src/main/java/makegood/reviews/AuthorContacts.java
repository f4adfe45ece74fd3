package makegood.reviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import makegood.cases.Cases;
import makegood.cases.Channel;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import makegood.platform.Utc;
import makegood.stores.Limits;
import makegood.stores.Stores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tries to speak to the author of a review: as many and over as many channels as the store has set. */
@Component
@Transactional(rollbackFor = Exception.class)
class AuthorContacts {
    static final String WAIT = "CONTACT_AGAIN";
    private static final Set<Channel> CHANNELS =
            EnumSet.of(Channel.CHAT, Channel.PHONE, Channel.EMAIL, Channel.SMS, Channel.SOCIAL, Channel.MARKETPLACE);

    /** What became of a try; {@code nextAt} null when there is none. */
    record Tried(boolean reached, Instant nextAt) {}

    record Try(Channel channel, boolean reached) {}

    private final JdbcClient db;
    private final Cases cases;
    private final Stores stores;
    private final Clock clock;

    AuthorContacts(JdbcClient db, Cases cases, Stores stores, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.stores = stores;
        this.clock = clock;
    }

    public Tried tried(String caseNumber, Answers answers) throws BusinessRefusal {
        var channel = answers.required("channel", Channel.class);
        var reached = answers.flag("reached");
        var note = answers.text("note", 2_000);
        answers.require(
                reached.isPresent() || answers.has("reached"),
                "reached",
                "REQUIRED",
                "was the author reached?",
                "请选择是否联系上");
        answers.require(
                !answers.has("channel") || CHANNELS.contains(channel),
                "channel",
                "NO_WAY_TO_THE_AUTHOR",
                "one of " + CHANNELS,
                "只能是 " + CHANNELS);
        var limits = stores.known(cases.get(caseNumber).store()).limits().reviews();
        var all = new ArrayList<>(of(caseNumber));
        all.add(new Try(channel, reached.orElse(false)));
        answers.require(
                reached.orElse(false) || channelsPossible(all, limits),
                "channel",
                "OTHER_CHANNEL_NEEDED",
                "before giving up, " + limits.channels() + " channels must have been tried",
                "放弃前须至少尝试 " + limits.channels() + " 个渠道");
        answers.check();
        return keep(caseNumber, all, note, limits);
    }

    /** With the tries that are left, enough different channels can still be used. */
    private static boolean channelsPossible(List<Try> all, Limits.Reviews limits) {
        long used = all.stream().map(Try::channel).distinct().count();
        return used + Math.max(0, limits.tries() - all.size()) >= Math.min(limits.channels(), limits.tries());
    }

    private Tried keep(String caseNumber, List<Try> all, String note, Limits.Reviews limits) {
        var last = all.get(all.size() - 1);
        var now = clock.instant();
        db.sql("insert into review_try (case_number, seq, tried_at, tried_by, channel, reached, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        all.size(),
                        Utc.of(now),
                        Caller.current().account(),
                        last.channel().name(),
                        last.reached(),
                        note)
                .update();
        cases.note(caseNumber, "CONTACT", words(all.size(), last, note));
        if (last.reached() || all.size() >= limits.tries()) {
            return new Tried(last.reached(), null);
        }
        var next = now.plus(Duration.ofHours(limits.tryHours()));
        cases.waitFor(caseNumber, "after-sales", WAIT, next);
        return new Tried(false, next);
    }

    private static Text words(int number, Try last, String note) {
        var more = note.isEmpty() ? "" : " " + note;
        return new Text(
                "Try " + number + " over " + last.channel().text().en() + ": "
                        + (last.reached() ? "author reached." : "not reached.") + more,
                "第" + number + "次联系（" + last.channel().text().zh() + "）：" + (last.reached() ? "已联系上。" : "未联系上。")
                        + more);
    }

    public List<Try> of(String caseNumber) {
        return db.sql("select channel, reached from review_try where case_number = ? order by seq")
                .param(caseNumber)
                .query((row, n) -> new Try(Channel.valueOf(row.getString(1)), row.getBoolean(2)))
                .list();
    }

    public boolean reached(String caseNumber) {
        return of(caseNumber).stream().anyMatch(Try::reached);
    }
}
