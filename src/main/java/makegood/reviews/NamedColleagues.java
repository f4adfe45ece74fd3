package makegood.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import makegood.cases.Cases;
import makegood.cases.OwnRequest;
import makegood.people.BeyondAuthority;
import makegood.people.Grade;
import makegood.people.People;
import makegood.platform.Accounts;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import makegood.platform.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Colleagues whom a case names as the cause of a review (rules.md 5). They say how they saw it, a lead who has no part in
 * it confirms or rejects. Only what is CONFIRMED may ever count against a person; silence admits nothing.
 */
@Component
@Transactional(rollbackFor = Exception.class)
class NamedColleagues {
    private static final Set<Grade> CONFIRMING = EnumSet.of(Grade.LEAD, Grade.MANAGER);

    enum Decision {
        CONFIRM,
        REJECT
    }

    /** @param view null while nothing was said; state OPEN, CONFIRMED, REJECTED, or UNHEARD: never brought to an end */
    record Naming(
            String caseNumber,
            String account,
            String namedBy,
            String proof,
            String view,
            Instant viewAt,
            String state) {}

    private final JdbcClient db;
    private final Cases cases;
    private final People people;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NamedColleagues(
            JdbcClient db,
            Cases cases,
            People people,
            Accounts accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.cases = cases;
        this.people = people;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** A person is named only where the cause is service, the case proves it, and they can be heard. */
    void check(String account, String proof, ReviewCause cause, String store, Answers answers) {
        if (account.isEmpty()) {
            return;
        }
        answers.require(
                cause == ReviewCause.SERVICE,
                "agentNamed",
                "NOT_THE_CAUSE",
                "a colleague is named only when the cause is service",
                "只有原因是服务时才能指明同事");
        var named = accounts.caller(account);
        answers.require(
                people.grade(account) != Grade.NONE && named != null && named.serves(store),
                "agentNamed",
                "UNKNOWN_ACCOUNT",
                "no such colleague in this store",
                "本店没有这位同事");
        answers.require(!proof.isEmpty(), "proof", "REQUIRED", "what in the case proves it?", "请写明案件中的依据");
    }

    /** Keeps the name and has the colleague heard; nothing when there is none, or the case has named somebody already. */
    public void name(String caseNumber, String account, String proof) {
        if (account.isEmpty() || find(caseNumber).isPresent()) {
            return;
        }
        db.sql("insert into named_colleague (case_number, account, named_by, named_at, proof, naming_state)"
                        + " values (?, ?, ?, ?, ?, 'OPEN')")
                .params(caseNumber, account, Caller.current().account(), Utc.of(clock.instant()), proof)
                .update();
        cases.note(
                caseNumber,
                "NAMING",
                new Text(
                        "A colleague is named as the cause; they are heard, and a lead decides before it counts.",
                        "点名了一位同事；先听取本人说明，由主管确认后才算数。"));
        events.publishEvent(new ColleagueNamed(caseNumber, cases.get(caseNumber).store()));
    }

    public Optional<Naming> find(String caseNumber) {
        return db.sql("select * from named_colleague where case_number = ?")
                .param(caseNumber)
                .query(NamedColleagues::read)
                .optional();
    }

    private static Naming read(ResultSet row, int n) throws SQLException {
        return new Naming(
                row.getString("case_number"),
                row.getString("account"),
                row.getString("named_by"),
                row.getString("proof"),
                row.getString("view_text"),
                Utc.instant(row, "view_at"),
                row.getString("naming_state"));
    }

    /** {@code view}: how the named colleague saw it, in their own words. */
    public void stated(String caseNumber, Answers answers) throws BusinessRefusal {
        var view = answers.requiredText("view", 2_000);
        answers.check();
        if (!Caller.current().account().equals(find(caseNumber).orElseThrow().account())) {
            throw new NotYourView();
        }
        db.sql("update named_colleague set view_text = ?, view_at = ? where case_number = ?")
                .params(view, Utc.of(clock.instant()), caseNumber)
                .update();
        cases.note(caseNumber, "NAMING", new Text("The named colleague has given their view.", "被点名的同事已作说明。"));
    }

    /** {@code decision} and {@code note}, why; true when the naming stands. */
    public boolean decided(String caseNumber, Answers answers) throws BusinessRefusal {
        var decision = answers.required("decision", Decision.class);
        var note = answers.requiredText("note", 2_000);
        answers.check();
        var by = Caller.current().account();
        var naming = find(caseNumber).orElseThrow();
        if (by.equals(naming.namedBy()) || by.equals(naming.account())) {
            throw new OwnRequest();
        }
        if (!CONFIRMING.contains(people.grade(by))) {
            throw new BeyondAuthority();
        }
        boolean confirmed = decision == Decision.CONFIRM;
        db.sql("update named_colleague set naming_state = ?, decided_by = ?, decided_at = ?, decision_note = ?"
                        + " where case_number = ? and naming_state = 'OPEN'")
                .params(confirmed ? "CONFIRMED" : "REJECTED", by, Utc.of(clock.instant()), note, caseNumber)
                .update();
        cases.note(caseNumber, "NAMING", words(confirmed, naming.view() != null));
        return confirmed;
    }

    private static Text words(boolean confirmed, boolean heard) {
        var silence = heard
                ? new Text("", "")
                : new Text(" The colleague said nothing, which admits nothing.", "本人未作说明，不视为承认。");
        return confirmed
                ? new Text("A lead confirmed the naming." + silence.en(), "主管确认点名成立。" + silence.zh())
                : new Text(
                        "A lead rejected the naming: it counts for nothing." + silence.en(),
                        "主管认定点名不成立，不作任何记录。" + silence.zh());
    }
}
