package makegood.refunds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.cases.Cases;
import makegood.platform.BusinessRefusal;
import makegood.platform.Money;
import makegood.platform.Page;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The refunds of a case over REST, one per payment. */
@RestController
class RefundsApi {
    record View(
            String refundNumber,
            String paymentNumber,
            Money amount,
            String state,
            String reason,
            String gatewayReference,
            String requestedBy,
            String approvedBy,
            String secondApprovedBy,
            Instant promisedBy,
            Instant sentAt,
            Instant settledAt,
            List<Step> history) {}

    /** One change of state, of the refund or of the pay-out that is named; {@code from} is absent in the first. */
    record Step(String from, String to, Instant at, String by, String cause, String payOutNumber) {}

    private final Cases cases;
    private final JdbcClient db;

    RefundsApi(Cases cases, JdbcClient db) {
        this.cases = cases;
        this.db = db;
    }

    @GetMapping("/api/v1/cases/{caseNumber}/refunds")
    Page<View> refunds(@PathVariable String caseNumber) throws BusinessRefusal {
        var c = cases.visible(caseNumber);
        var history = history(caseNumber);
        List<View> items = db.sql("select f.*, r.requested_by, r.approved_by, r.second_by from refund f"
                        + " join refund_request r on r.id = f.request_id where f.case_number = ?"
                        + " order by r.created_at, f.position_no limit 200")
                .param(caseNumber)
                .query((row, n) -> new View(
                        row.getString("refund_number"),
                        row.getString("payment_number"),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        row.getString("state"),
                        c.reason().name(),
                        row.getString("gateway_reference"),
                        row.getString("requested_by"),
                        row.getString("approved_by"),
                        row.getString("second_by"),
                        Utc.instant(row, "promised_by"),
                        Utc.instant(row, "sent_at"),
                        Utc.instant(row, "settled_at"),
                        history.getOrDefault(row.getString("refund_number"), List.of())))
                .list();
        return new Page<>(items, 0, 200, items.size());
    }

    /** By refund number, as it happened. */
    private Map<String, List<Step>> history(String caseNumber) {
        var history = new HashMap<String, List<Step>>();
        db.sql("select s.* from refund f join refund_step s on s.refund_number = f.refund_number"
                        + " where f.case_number = ? order by s.refund_number, s.step_no")
                .param(caseNumber)
                .query(row -> {
                    history.computeIfAbsent(row.getString("refund_number"), n -> new ArrayList<>())
                            .add(new Step(
                                    row.getString("from_state"),
                                    row.getString("to_state"),
                                    Utc.instant(row, "at"),
                                    row.getString("actor"),
                                    row.getString("cause"),
                                    row.getString("pay_out_number")));
                });
        return history;
    }
}
