package makegood.orders;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** An import would take away goods, or their price, that a return or a refund stands on. */
public final class LineHasReturns extends BusinessRefusal {
    LineHasReturns(int line) {
        super(new Text(
                "Line " + line + " has returns or refunds and cannot vanish or shrink below them.",
                "第 " + line + " 行已有退货或退款，不能删除或减少到其以下。"));
    }

    @Override
    public int status() {
        return 409;
    }
}
