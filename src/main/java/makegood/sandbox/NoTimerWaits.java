package makegood.sandbox;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class NoTimerWaits extends BusinessRefusal {
    NoTimerWaits() {
        super(new Text("No timer of this element waits in this case.", "该案件没有等待中的此定时器。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
