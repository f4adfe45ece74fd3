package makegood.sandbox;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import makegood.platform.AppClock;
import makegood.platform.BusinessRefusal;
import makegood.platform.Money;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The simulated payment gateway's own ledger. */
@RestController
@InSandbox
@RequestMapping("/api/v1/sandbox/gateway")
@Tag(name = "sandbox")
class GatewayController {
    private final GatewayLedger ledger;
    private final LateAnswer late;
    private final Statement statement;
    private final AppClock clock;

    GatewayController(GatewayLedger ledger, LateAnswer late, Statement statement, AppClock clock) {
        this.clock = clock;
        this.statement = statement;
        this.ledger = ledger;
        this.late = late;
    }

    record PaymentView(String store, String paymentNumber, String method, Money paid, List<RefundView> refunds) {}

    record RefundView(
            String refundNumber, Money amount, RefundState state, String reasonCode, String gatewayReference) {
        static RefundView of(GatewayLedger.Refund refund) {
            return new RefundView(
                    refund.refundNumber(),
                    new Money(refund.amount(), refund.currency()),
                    refund.state(),
                    refund.reasonCode(),
                    refund.gatewayReference());
        }
    }

    record Decision(String state, String reason) {}

    @GetMapping("/payments/{paymentNumber}")
    PaymentView payment(@PathVariable String paymentNumber, @RequestParam(required = false) String store)
            throws BusinessRefusal {
        var paid = ledger.payments(paymentNumber).stream()
                .filter(p -> store == null || p.store().equals(store))
                .findFirst()
                .orElseThrow(PaymentUnknown::new);
        var refunds = ledger.refunds(paid.store(), paymentNumber).stream()
                .map(RefundView::of)
                .toList();
        var money = new Money(paid.amount(), paid.currency());
        return new PaymentView(paid.store(), paymentNumber, paid.method(), money, refunds);
    }

    @PostMapping("/refunds/{refundNumber}")
    RefundView decide(@PathVariable String refundNumber, @RequestBody Decision decision) throws BusinessRefusal {
        var state = Checked.decided(decision.state());
        return RefundView.of(late.refund(refundNumber, state, Checked.code("/reason", decision.reason())));
    }

    /** {@code state} SILENT with {@code instead}: the statement does not mention the number. */
    record OrderedLine(
            String store,
            String source,
            String kind,
            String paymentNumber,
            Long amount,
            String currency,
            String state,
            String reference,
            Instant at,
            Boolean instead) {}

    @PostMapping("/statement/{number}")
    Map<String, Object> say(@PathVariable String number, @RequestBody OrderedLine order) throws BusinessRefusal {
        var line = new Statement.Line(
                Checked.oneOf("/source", order.source(), "GATEWAY", "SETTLEMENT"),
                Checked.oneOf("/kind", order.kind(), "REFUND", "PAY_OUT", "CHARGE"),
                Checked.words("/number", number, 64),
                order.paymentNumber(),
                Checked.pieces("/amount", order.amount()),
                Checked.words("/currency", order.currency(), 3),
                Checked.oneOf("/state", order.state(), "PENDING", "SETTLED", "REFUSED", "REVERSED", "SILENT"),
                Checked.words("/reference", order.reference(), 128),
                order.at() == null ? clock.instant() : order.at());
        statement.order(Checked.words("/store", order.store(), 64), line, Boolean.TRUE.equals(order.instead()));
        return line.values();
    }
}
