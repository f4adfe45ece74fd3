package makegood.reconciliations;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** No comparison or difference of this number, or none of the caller's stores. */
final class DifferenceUnknown extends BusinessRefusal {
    DifferenceUnknown() {
        super(new Text("There is no such comparison or difference.", "没有此对账或差异。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
