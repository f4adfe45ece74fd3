package makegood.cases;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** The customer has the money back, or is about to get it: no goods are owed for it beside. */
final class AlreadyPaidBack extends BusinessRefusal {
    AlreadyPaidBack(int line) {
        super(new Text(
                "Line " + line + " is paid back in full; no goods are sent for it beside.",
                "第 " + line + " 行已全额退款，不能再补发或换货。"));
    }
}
