package makegood.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import makegood.platform.Caller;
import makegood.platform.Text;
import makegood.platform.Utc;
import makegood.stores.Stores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers to customers and their answers, one open at a time; a procedure makes one and calls {@code negotiate}. */
@Service
@Transactional
public class Offers {
    static final String WAIT = "OFFER_ANSWER";
    private final JdbcClient db;
    private final Cases cases;
    private final Stores stores;
    private final Clock clock;

    Offers(JdbcClient db, Cases cases, Stores stores, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.stores = stores;
        this.clock = clock;
    }

    /** The offer that {@code negotiate} will tell next; its date is the store's {@code offerHours} from now, or our own decision. */
    public void make(String caseNumber, Offer offer) {
        var c = cases.get(caseNumber);
        var settings = stores.known(c.store());
        var now = clock.instant();
        var until = until(now, settings.limits().offerHours(), PlatformDeadline.decideBy(c));
        db.sql(
                        "insert into case_offer (case_number, seq, offer_move, words_en, words_zh, silent_en, silent_zh,"
                                + " offer_procedure, amount, offered_by, offered_at, until_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        last(caseNumber) + 1,
                        offer.move().name(),
                        offer.words().en(),
                        offer.words().zh(),
                        offer.ifSilent().en(),
                        offer.ifSilent().zh(),
                        offer.procedure() == null ? null : offer.procedure().name(),
                        offer.amount(),
                        Caller.current().account(),
                        Utc.of(now),
                        Utc.of(until))
                .update();
        boolean zh = "zh".equals(c.language());
        var lastDay = until.atZone(settings.zone());
        cases.tellLater(
                caseNumber,
                Map.of(
                        "offerText", zh ? offer.words().zh() : offer.words().en(),
                        "offerSilentText",
                                zh ? offer.ifSilent().zh() : offer.ifSilent().en(),
                        "offerUntil", lastDay.toLocalDate() + " " + String.format("%tR", lastDay)));
        cases.note(
                caseNumber,
                "OFFERED",
                new Text(
                        offer.move().text().en() + ": " + offer.words().en(),
                        offer.move().text().zh() + "：" + offer.words().zh()));
    }

    /** No wait for the customer outlasts the time at which we must have decided. */
    private static Instant until(Instant now, int hours, Instant decideBy) {
        var until = now.plus(Duration.ofHours(hours));
        return decideBy.isBefore(until) ? (decideBy.isBefore(now) ? now : decideBy) : until;
    }

    /** The latest offer of the case. */
    public Optional<Offer> latest(String caseNumber) {
        return db.sql("select * from case_offer where case_number = ? order by seq desc limit 1")
                .param(caseNumber)
                .query((row, n) -> new Offer(
                        NegotiationMove.valueOf(row.getString("offer_move")),
                        new Text(row.getString("words_en"), row.getString("words_zh")),
                        new Text(row.getString("silent_en"), row.getString("silent_zh")),
                        row.getString("offer_procedure") == null
                                ? null
                                : CaseKind.valueOf(row.getString("offer_procedure")),
                        row.getObject("amount", Long.class),
                        Utc.instant(row, "until_at"),
                        row.getString("answer") == null ? null : Offer.Answer.valueOf(row.getString("answer")),
                        row.getObject("counter_amount", Long.class)))
                .optional();
    }

    /** False when the latest offer is answered already, or there is none. */
    boolean answered(String caseNumber, Offer.Answer answer, Long counter) {
        int kept = db.sql("update case_offer set answer = ?, counter_amount = ?, answered_by = ?, answered_at = ?"
                        + " where case_number = ? and seq = ? and answer is null")
                .params(
                        answer.name(),
                        counter,
                        Caller.current().account(),
                        Utc.of(clock.instant()),
                        caseNumber,
                        last(caseNumber))
                .update();
        if (kept > 0) {
            cases.waitOver(caseNumber, WAIT);
            cases.note(caseNumber, "OFFER_ANSWERED", words(answer));
        }
        return kept > 0;
    }

    private static Text words(Offer.Answer answer) {
        return switch (answer) {
            case ACCEPTED -> new Text("The customer accepts the offer.", "客户接受方案。");
            case REJECTED -> new Text("The customer declines the offer.", "客户不接受方案。");
            case COUNTERED -> new Text("The customer makes a counter-offer.", "客户提出还价。");
            case SILENT -> new Text("The customer did not answer the offer in time.", "客户未在期限内答复方案。");
        };
    }

    Instant reminderAt(Offer offer) {
        return clock.instant()
                .plus(Duration.between(clock.instant(), offer.until()).dividedBy(2));
    }

    private int last(String caseNumber) {
        return db.sql("select coalesce(max(seq), 0) from case_offer where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }
}
