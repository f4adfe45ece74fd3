package makegood.sandbox;

import java.util.Map;
import makegood.departments.Answer;
import makegood.departments.DepartmentCall;
import org.springframework.stereotype.Component;

/** The gateway's rules: one refund per number whatever is asked how often, and never more back than was paid. */
@Component
@InSandbox
class PaymentGateway {
    private final GatewayLedger ledger;

    PaymentGateway(GatewayLedger ledger) {
        this.ledger = ledger;
    }

    Reply refund(DepartmentCall call, boolean leaveOpen, String refuseWith) {
        var asked = new Asked(call);
        var paid = ledger.lockPayment(call.store(), asked.text("orderNumber"), asked.text("paymentNumber"));
        var known = ledger.refund(call.idempotencyKey());
        if (known.isPresent()) {
            var same = known.get().amount() == asked.amount()
                    && known.get().paymentNumber().equals(asked.text("paymentNumber"));
            return new Reply(same ? answer(known.get()) : new Answer.No("REFUND_NUMBER_REUSED"), false);
        }
        if (paid.isEmpty() || asked.amount() <= 0) {
            return new Reply(new Answer.No(paid.isEmpty() ? "PAYMENT_UNKNOWN" : "AMOUNT_NOT_POSITIVE"), false);
        }
        var reason = refuseWith != null ? refuseWith : objection(paid.get(), asked);
        var open = leaveOpen ? RefundState.PENDING : RefundState.SETTLED;
        var refund = asked.refund(paid.get(), reason == null ? open : RefundState.REFUSED, reason);
        ledger.write(refund);
        return new Reply(answer(refund), true);
    }

    private String objection(GatewayLedger.Paid paid, Asked asked) {
        if (!paid.hasRouteBack()) {
            return "NO_ROUTE_BACK";
        }
        if (!paid.currency().equals(asked.text("currency"))) {
            return "CURRENCY_DIFFERS";
        }
        long gone = ledger.refunds(paid.store(), paid.paymentNumber()).stream()
                .filter(r -> r.state().takesMoney())
                .mapToLong(GatewayLedger.Refund::amount)
                .sum();
        return gone + asked.amount() > paid.amount() ? "AMOUNT_EXCEEDS_PAYMENT" : null;
    }

    /** What became of a refund; a plain OK that was ordered for the question settles what was open. */
    Reply ask(DepartmentCall call, Directive directive) {
        var known = ledger.refund(call.idempotencyKey());
        if (known.isEmpty()) {
            return new Reply(new Answer.Unknown(), false);
        }
        var refund = known.get();
        var open = refund.state() == RefundState.PENDING;
        if (directive.is(Directive.Kind.PENDING)) {
            return new Reply(new Answer.Pending(), false);
        }
        if (directive.is(Directive.Kind.REFUSE) && open) {
            ledger.become(refund.refundNumber(), RefundState.REFUSED, directive.code());
            return new Reply(new Answer.No(directive.code()), true);
        }
        if (directive.is(Directive.Kind.OK) && open) {
            ledger.become(refund.refundNumber(), RefundState.SETTLED, null);
            return new Reply(settled(refund), true);
        }
        return new Reply(answer(refund), false);
    }

    private static Answer answer(GatewayLedger.Refund refund) {
        return switch (refund.state()) {
            case PENDING -> new Answer.Pending();
            case REFUSED -> new Answer.No(refund.reasonCode());
            case SETTLED, REVERSED -> settled(refund); // that it was taken back is told by a message of its own
        };
    }

    private static Answer settled(GatewayLedger.Refund refund) {
        return new Answer.Done(Map.of("state", "SETTLED", "gatewayReference", refund.gatewayReference()));
    }

    private record Asked(DepartmentCall call) {
        String text(String name) {
            return Values.text(call.payload(), name);
        }

        long amount() {
            return Values.number(call.payload(), "amount");
        }

        GatewayLedger.Refund refund(GatewayLedger.Paid paid, RefundState state, String reason) {
            var number = call.idempotencyKey();
            return new GatewayLedger.Refund(
                    number,
                    paid.store(),
                    paid.paymentNumber(),
                    amount(),
                    paid.currency(),
                    state,
                    reason,
                    "GW-" + Integer.toHexString(number.hashCode()).toUpperCase(java.util.Locale.ROOT));
        }
    }
}
