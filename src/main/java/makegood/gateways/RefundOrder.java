package makegood.gateways;

import java.util.Map;
import makegood.departments.Answer;
import makegood.departments.DepartmentCall;

/**
 * What is paid back on one payment.
 *
 * @param number our refund number, the only one that this refund ever has
 * @param payment our number of the payment
 * @param transaction the gateway's number of the payment; null where nobody told us
 * @param amount minor units
 * @param paid all that was paid by this payment, minor units
 */
record RefundOrder(String number, String payment, String transaction, long amount, long paid, String currency) {
    /** Fails when the request lacks what every gateway needs. */
    static RefundOrder of(DepartmentCall call) {
        return new RefundOrder(
                call.idempotencyKey(),
                text(call, "paymentNumber"),
                text(call, "gatewayTransaction"),
                whole(call, "amount"),
                whole(call, "paid"),
                text(call, "currency"));
    }

    static String text(DepartmentCall call, String name) {
        return call.payload().get(name) instanceof String text && !text.isBlank() ? text : null;
    }

    private static long whole(DepartmentCall call, String name) {
        if (call.payload().get(name) instanceof Number number && number.longValue() > 0) {
            return number.longValue();
        }
        throw new IllegalStateException("the request has no " + name);
    }

    /** An answer about another refund, or another sum, is nobody's answer: a person has to look. */
    void same(String toldNumber, Long toldAmount, String toldCurrency) {
        if (!number.equals(toldNumber)
                || toldAmount == null
                || toldAmount != amount
                || !currency.equalsIgnoreCase(toldCurrency)) {
            throw new IllegalStateException("the gateway knows " + number + " with another amount or number");
        }
    }

    static Answer settled(String gatewayReference) {
        return new Answer.Done(
                gatewayReference == null
                        ? Map.of("state", "SETTLED")
                        : Map.of("state", "SETTLED", "gatewayReference", gatewayReference));
    }
}
