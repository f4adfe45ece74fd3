package makegood.gateways;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class GatewayAccountUnknown extends BusinessRefusal {
    GatewayAccountUnknown() {
        super(new Text("There is no such gateway account.", "没有这个支付网关账户。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
