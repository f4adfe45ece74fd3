package makegood.gateways;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class NoticeTooLong extends BusinessRefusal {
    NoticeTooLong() {
        super(new Text("The notification is too long.", "通知内容过长。"));
    }

    @Override
    public int status() {
        return 413;
    }
}
