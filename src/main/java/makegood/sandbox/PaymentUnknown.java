package makegood.sandbox;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class PaymentUnknown extends BusinessRefusal {
    PaymentUnknown() {
        super(new Text("The gateway knows no such payment.", "网关没有这笔支付。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
