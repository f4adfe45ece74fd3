package makegood.sandbox;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class ClockBusy extends BusinessRefusal {
    ClockBusy() {
        super(new Text("Calls are under way. Try again in a moment.", "有调用正在进行，请稍后重试。"));
    }

    @Override
    public int status() {
        return 409;
    }
}
