package makegood.gateways;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** The notification is not the gateway's, or too old; the answer does not tell which. */
final class NoticeNotSigned extends BusinessRefusal {
    NoticeNotSigned() {
        super(new Text("The signature does not hold.", "签名无效。"));
    }

    @Override
    public int status() {
        return 401;
    }
}
