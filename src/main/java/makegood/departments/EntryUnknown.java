package makegood.departments;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** No such answer waits. */
final class EntryUnknown extends BusinessRefusal {
    EntryUnknown() {
        super(new Text("There is no such message.", "没有该消息。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
