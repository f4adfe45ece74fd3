package makegood.cases;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** What was missing has been sent again and has arrived: it is not missing any more. */
final class AlreadyResent extends BusinessRefusal {
    AlreadyResent(int line) {
        super(new Text(
                "Line " + line + " was sent again and has arrived; it cannot be missing any more.",
                "第 " + line + " 行已补发并送达，不能再按缺少处理。"));
    }
}
