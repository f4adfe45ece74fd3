package makegood.sandbox;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class RequestUnknown extends BusinessRefusal {
    RequestUnknown() {
        super(new Text("The departments know no such request.", "没有这个部门请求。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
