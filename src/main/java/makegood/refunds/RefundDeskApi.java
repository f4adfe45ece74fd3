package makegood.refunds;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import makegood.cases.Cases;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.InvalidInput;
import makegood.platform.Money;
import makegood.platform.Page;
import makegood.platform.StoreUnknown;
import makegood.platform.Teams;
import makegood.platform.Tenants;
import makegood.platform.Text;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refunds over all cases of the caller's stores, for whoever looks after money; and what a refund would do. */
@RestController
class RefundDeskApi {
    record Row(
            String refundNumber,
            String caseNumber,
            String store,
            String orderNumber,
            String paymentNumber,
            Money amount,
            String state,
            Instant sentAt,
            Instant promisedBy,
            boolean overdue,
            Instant settledAt) {}

    /** Something is still to be paid, whatever the reason. */
    private static final String OWED = "('APPROVED', 'SENT', 'UNKNOWN', 'FAILED_FINAL', 'REVERSED')";

    /** By one index each: those in a state, and those whose time has passed. */
    private static final String LOOKED_AFTER =
            " join (select refund_number from refund where store in (:stores) and closed_at is null and state in (:states)"
                    + " union select refund_number from refund where store in (:overdueStores) and closed_at is null"
                    + " and promised_by < :now and state in " + OWED + ") n on n.refund_number = r.refund_number";

    private final Cases cases;
    private final RefundPreview preview;
    private final Tenants tenants;
    private final JdbcClient db;
    private final Clock clock;

    RefundDeskApi(Cases cases, RefundPreview preview, Tenants tenants, JdbcClient db, Clock clock) {
        this.cases = cases;
        this.preview = preview;
        this.tenants = tenants;
        this.db = db;
        this.clock = clock;
    }

    /** What goes to which payment, before it is approved; {@code amount} in minor units asks for another sum. */
    @GetMapping("/api/v1/cases/{caseNumber}/refund-preview")
    RefundPreview.Preview preview(@PathVariable String caseNumber, @RequestParam(required = false) Long amount)
            throws BusinessRefusal {
        var c = cases.visible(caseNumber);
        if (amount != null && amount < 1) {
            throw new InvalidInput("amount", "OUT_OF_RANGE", new Text("from 1", "须大于 0"));
        }
        if (c.orderNumber() == null) {
            throw new NothingLeftToRefund();
        }
        return preview.of(caseNumber, amount);
    }

    /** Refunds in one of the states, and with {@code overdue} those whose promised time has passed too; oldest promise first. What finance has closed is no trouble any more. */
    @GetMapping("/api/v1/refunds")
    Page<Row> refunds(
            @RequestParam(required = false) List<String> state,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) String store,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size)
            throws BusinessRefusal {
        Page.check(page, size);
        var stores = stores(store);
        if (stores.isEmpty()) {
            return new Page<>(List.of(), page, size, 0);
        }
        var states = states(state);
        var now = clock.instant();
        var from =
                " from refund r" + (states.isEmpty() && !overdue ? "" : LOOKED_AFTER) + " where r.store in (:stores)";
        var values = Map.of(
                "stores",
                stores,
                "states",
                states.isEmpty() ? Set.of("-") : states,
                "overdueStores",
                overdue ? stores : Set.of("-"),
                "now",
                Utc.of(now));
        long total = db.sql("select count(*)" + from)
                .params(values)
                .query(Long.class)
                .single();
        var items = db.sql("select r.*, case when r.promised_by < :now and r.closed_at is null and r.state in " + OWED
                        + " then 1 else 0 end as is_overdue" + from
                        + " order by r.promised_by, r.refund_number limit :size offset :skip")
                .params(values)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> new Row(
                        row.getString("refund_number"),
                        row.getString("case_number"),
                        row.getString("store"),
                        row.getString("order_number"),
                        row.getString("payment_number"),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        row.getString("state"),
                        Utc.instant(row, "sent_at"),
                        Utc.instant(row, "promised_by"),
                        row.getInt("is_overdue") == 1,
                        Utc.instant(row, "settled_at")))
                .list();
        return new Page<>(items, page, size, total);
    }

    private Set<String> stores(String store) throws BusinessRefusal {
        var caller = Caller.current();
        if (store != null) {
            if (!caller.serves(store)) {
                throw new StoreUnknown(store);
            }
            return Set.of(store);
        }
        return caller.in(Teams.ADMINS) ? tenants.all() : caller.stores();
    }

    private static Set<String> states(List<String> given) throws InvalidInput {
        var states = new ArrayList<String>();
        for (var state : given == null ? List.<String>of() : given) {
            try {
                states.add(RefundState.valueOf(state.strip().toUpperCase(Locale.ROOT))
                        .name());
            } catch (IllegalArgumentException unknown) {
                var known = java.util.Arrays.toString(RefundState.values());
                throw new InvalidInput("state", "UNKNOWN_CODE", new Text("must be one of " + known, "只能是 " + known));
            }
        }
        return Set.copyOf(states);
    }
}
