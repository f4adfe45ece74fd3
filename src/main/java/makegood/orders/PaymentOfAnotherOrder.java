package makegood.orders;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** A payment number belongs to one order of a store: refunds find their payment by it. */
public final class PaymentOfAnotherOrder extends BusinessRefusal {
    PaymentOfAnotherOrder(String paymentNumber) {
        super(new Text("Payment " + paymentNumber + " belongs to another order.", "支付单 " + paymentNumber + " 属于其他订单。"));
    }

    @Override
    public int status() {
        return 409;
    }
}
