package makegood.orders;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** The store has no such order, or the caller does not serve the store: the answer does not tell which. */
public final class OrderUnknown extends BusinessRefusal {
    public OrderUnknown(String orderNumber) {
        super(new Text("There is no order " + cut(orderNumber) + ".", "没有订单 " + cut(orderNumber) + "。"));
    }

    private static String cut(String number) {
        return number == null ? "" : number.substring(0, Math.min(100, number.length()));
    }

    @Override
    public int status() {
        return 404;
    }
}
