package makegood.sandbox;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class RefundUnknown extends BusinessRefusal {
    RefundUnknown() {
        super(new Text("The gateway knows no such refund number.", "网关没有这个退款单号。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
