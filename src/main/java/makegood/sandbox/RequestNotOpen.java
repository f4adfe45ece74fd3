package makegood.sandbox;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class RequestNotOpen extends BusinessRefusal {
    RequestNotOpen() {
        super(new Text("The department has answered this request already.", "该请求已有应答。"));
    }

    @Override
    public int status() {
        return 409;
    }
}
