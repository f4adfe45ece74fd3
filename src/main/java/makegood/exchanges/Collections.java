package makegood.exchanges;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makegood.cases.Cases;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums that customers are asked to pay, each under a number that never changes. However often and whenever finance says that
 * one is paid, it is booked once; and it is booked even when nobody waits for it any more.
 */
@Component
@Transactional
class Collections {
    static final String DIFFERENCE = "DIFFERENCE";
    static final String CHARGE = "CHARGE";
    private static final String PAID = "PAID";
    private static final String GOING_BACK = "GOING_BACK";
    private static final Set<String> NOT_PAID = Set.of("OPEN", "REFUSED");

    private final JdbcClient db;
    private final CollectedMoney money;
    private final Cases cases;
    private final Clock clock;

    Collections(JdbcClient db, CollectedMoney money, Cases cases, Clock clock) {
        this.db = db;
        this.money = money;
        this.cases = cases;
        this.clock = clock;
    }

    /** {@code state}: OPEN, REFUSED, PAID, GOING_BACK, GIVEN_BACK or OTHERWISE (settled by a person); amount in minor units. */
    record Collection(String collectNumber, String caseNumber, String purpose, long amount, String state) {}

    /** The request to finance. An open one of the same sum is asked for again under its number. */
    public Map<String, Object> ask(Exchange exchange, String purpose, long amount, String currency) {
        var number = all(exchange.caseNumber).stream()
                .filter(c -> c.purpose.equals(purpose) && c.amount == amount && c.state.equals("OPEN"))
                .map(Collection::collectNumber)
                .findFirst()
                .orElseGet(() -> add(exchange.caseNumber, purpose, amount));
        var payload = new HashMap<String, Object>();
        payload.put("collectNumber", number);
        payload.put("orderNumber", exchange.orderNumber);
        payload.put("amount", amount);
        payload.put("currency", currency);
        payload.put("purpose", purpose);
        return payload;
    }

    private String add(String caseNumber, String purpose, long amount) {
        var number = "CO" + caseNumber.substring(2) + "-" + (all(caseNumber).size() + 1);
        db.sql("insert into exchange_collection (collect_number, case_number, purpose, amount, state, asked_at)"
                        + " values (?, ?, ?, ?, 'OPEN', ?)")
                .params(number, caseNumber, purpose, amount, Utc.of(clock.instant()))
                .update();
        cases.findable(caseNumber, number);
        return number;
    }

    public List<Collection> all(String caseNumber) {
        return db.sql("select * from exchange_collection where case_number = ? order by asked_at, collect_number")
                .param(caseNumber)
                .query(Collections::read)
                .list();
    }

    private static Collection read(ResultSet row, int n) throws SQLException {
        return new Collection(
                row.getString("collect_number"),
                row.getString("case_number"),
                row.getString("purpose"),
                row.getLong("amount"),
                row.getString("state"));
    }

    /** Differences that were paid and do not go back. */
    public List<Collection> paidDifferences(String caseNumber) {
        return paid(caseNumber, DIFFERENCE);
    }

    /** Charges for old goods that were paid and do not go back. */
    public List<Collection> paidCharges(String caseNumber) {
        return paid(caseNumber, CHARGE);
    }

    private List<Collection> paid(String caseNumber, String purpose) {
        return all(caseNumber).stream()
                .filter(c -> c.purpose.equals(purpose) && c.state.equals(PAID))
                .toList();
    }

    /** The sum that a case asked for last has been paid. */
    public void lastPaid(String caseNumber, String purpose, Map<String, Object> answer) {
        if (!PAID.equals(answer.get("state"))) {
            throw new IllegalStateException("finance ended a collection without a payment");
        }
        all(caseNumber).stream()
                .filter(c -> c.purpose.equals(purpose) && NOT_PAID.contains(c.state))
                .reduce((a, b) -> b)
                .ifPresent(c -> booked(c.collectNumber));
    }

    /** False when it is booked already, or nobody was ever asked. */
    public boolean booked(String collectNumber) {
        var now = clock.instant();
        int booked = db.sql("update exchange_collection set state = 'PAID', paid_at = ?"
                        + " where collect_number = ? and state in ('OPEN', 'REFUSED')")
                .params(Utc.of(now), collectNumber)
                .update();
        if (booked == 1) {
            money.book(get(collectNumber), now);
        }
        return booked == 1;
    }

    public Collection get(String collectNumber) {
        return db.sql("select * from exchange_collection where collect_number = ?")
                .param(collectNumber)
                .query(Collections::read)
                .single();
    }

    public void refused(String collectNumber) {
        become(collectNumber, "REFUSED", "OPEN");
    }

    /** From here on it is given back; false when it is already, or was never paid. */
    public boolean goesBack(String collectNumber) {
        return become(collectNumber, GOING_BACK, PAID);
    }

    /** It has gone back, on itself. */
    public void givenBack(String collectNumber) {
        if (become(collectNumber, "GIVEN_BACK", GOING_BACK)) {
            money.givenBack(get(collectNumber));
        }
    }

    /** A person has found another way for money that could not go back. */
    public void settledOtherwise(String collectNumber) {
        become(collectNumber, "OTHERWISE", GOING_BACK);
    }

    private boolean become(String collectNumber, String state, String from) {
        return db.sql("update exchange_collection set state = ? where collect_number = ? and state = ?")
                        .params(state, collectNumber, from)
                        .update()
                > 0;
    }
}
