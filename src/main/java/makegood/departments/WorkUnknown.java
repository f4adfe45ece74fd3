package makegood.departments;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** No such external task, or not this worker's: the answer does not tell which. */
final class WorkUnknown extends BusinessRefusal {
    WorkUnknown() {
        super(new Text("There is no such work for you (any more).", "没有（或已不再有）该项工作。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
