package makegood.sandbox;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class TopicUnknown extends BusinessRefusal {
    TopicUnknown() {
        super(new Text("No department serves this topic.", "没有部门处理这个主题。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
