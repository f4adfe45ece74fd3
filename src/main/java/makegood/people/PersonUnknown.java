package makegood.people;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class PersonUnknown extends BusinessRefusal {
    PersonUnknown() {
        super(new Text("There is no such account.", "没有这个账号。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
