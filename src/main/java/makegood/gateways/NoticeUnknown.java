package makegood.gateways;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class NoticeUnknown extends BusinessRefusal {
    NoticeUnknown() {
        super(new Text("No such notification waits for a person.", "没有这条待人工处理的通知。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
