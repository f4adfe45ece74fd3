package makegood.refunds;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** Everything paid for these pieces is refunded or under way. */
final class NothingLeftToRefund extends BusinessRefusal {
    NothingLeftToRefund() {
        super(new Text("Nothing is left to refund.", "没有可退金额。"));
    }
}
