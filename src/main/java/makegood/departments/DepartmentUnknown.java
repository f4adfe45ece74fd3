package makegood.departments;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class DepartmentUnknown extends BusinessRefusal {
    DepartmentUnknown() {
        super(new Text("There is no such department.", "没有这个部门。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
