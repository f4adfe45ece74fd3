package makegood.departments;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** A worker asked for a topic that is not its department's. */
final class NotYourTopic extends BusinessRefusal {
    NotYourTopic() {
        super(new Text("This is no topic of your department.", "该主题不属于本部门。"));
    }

    @Override
    public int status() {
        return 403;
    }
}
