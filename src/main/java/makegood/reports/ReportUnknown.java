package makegood.reports;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class ReportUnknown extends BusinessRefusal {
    ReportUnknown() {
        super(new Text("There is no such report.", "没有这张报表。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
