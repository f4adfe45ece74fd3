package makegood.returns;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** This task is about no unknown parcel. */
public final class NoUnknownParcel extends BusinessRefusal {
    NoUnknownParcel() {
        super(new Text("There is no such parcel.", "没有这个包裹。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
