package makegood.departments;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** The store has no way to this department over HTTP. */
final class ConnectionUnknown extends BusinessRefusal {
    ConnectionUnknown() {
        super(new Text("This department has no connection in this store.", "该店铺尚未设置此部门的连接。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
