package makegood.sandbox;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class RefundDecided extends BusinessRefusal {
    RefundDecided(RefundState state) {
        super(new Text("The gateway has decided already: " + state + ".", "网关已有结果：" + state + "。"));
    }

    @Override
    public int status() {
        return 409;
    }
}
