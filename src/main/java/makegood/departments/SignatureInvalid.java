package makegood.departments;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** Unknown key, wrong signature, or a time outside the window; the answer does not tell which. */
final class SignatureInvalid extends BusinessRefusal {
    SignatureInvalid() {
        super(new Text("The signature does not hold.", "签名无效。"));
    }

    @Override
    public int status() {
        return 401;
    }
}
