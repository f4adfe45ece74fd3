package makegood.orders;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** The parcel belongs to no store that the caller serves. */
public final class ParcelUnknown extends BusinessRefusal {
    ParcelUnknown(String trackingNumber) {
        super(new Text("There is no parcel " + trackingNumber + " for you.", "没有包裹 " + trackingNumber + "。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
