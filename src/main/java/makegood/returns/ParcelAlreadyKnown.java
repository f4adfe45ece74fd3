package makegood.returns;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** A parcel is no unknown one: we sent it out, a case expects it, or somebody is looking for its case already. */
public final class ParcelAlreadyKnown extends BusinessRefusal {
    ParcelAlreadyKnown(String trackingNumber, String where) {
        super(new Text(
                "Parcel " + trackingNumber + " is known already: " + where + ".",
                "包裹 " + trackingNumber + " 已有记录：" + where + "。"));
    }

    @Override
    public int status() {
        return 409;
    }
}
