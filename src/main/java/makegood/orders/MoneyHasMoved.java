package makegood.orders;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** An import would change money of which a part is refunded or about to be. */
public final class MoneyHasMoved extends BusinessRefusal {
    MoneyHasMoved(Text what) {
        super(new Text(what.en() + " has refunds and cannot change below them.", what.zh() + "已有退款，不能更改到其以下。"));
    }

    @Override
    public int status() {
        return 409;
    }
}
