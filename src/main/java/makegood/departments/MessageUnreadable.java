package makegood.departments;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** The body is no JSON of the shape that docs/departments.md gives. */
final class MessageUnreadable extends BusinessRefusal {
    MessageUnreadable() {
        super(new Text("The message could not be read.", "无法读取该消息。"));
    }

    @Override
    public int status() {
        return 400;
    }
}
