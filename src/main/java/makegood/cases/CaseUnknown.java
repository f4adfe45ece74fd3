package makegood.cases;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** No such case, or none of the caller's stores: the answer does not tell which. */
public final class CaseUnknown extends BusinessRefusal {
    CaseUnknown() {
        super(new Text("There is no such case.", "没有这个案件。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
