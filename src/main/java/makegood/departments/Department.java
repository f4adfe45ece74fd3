package makegood.departments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import makegood.platform.Caller;
import makegood.platform.Teams;
import makegood.platform.Text;

/** Who is asked; the name in lower case is the first half of the topic. */
public enum Department {
    WAREHOUSE("The warehouse", "仓库"),
    CARRIER("The carrier", "快递公司"),
    FINANCE("The payment gateway", "支付网关"),
    PRODUCT("Product and quality", "产品/质量部门"),
    MARKETPLACE("The marketplace", "电商平台"),
    NOTIFICATION("The message service", "消息服务");

    private final Text text;

    Department(String en, String zh) {
        this.text = new Text(en, zh);
    }

    /** The team of the accounts of its own workers. */
    String team() {
        return Teams.DEPARTMENT + name().toLowerCase(Locale.ROOT);
    }

    /** The department whose worker asks, if it is one: in this team and in no other. */
    static Optional<Department> of(Caller caller) {
        return Arrays.stream(values())
                .filter(department -> caller.teams().equals(Set.of(department.team())))
                .findFirst();
    }

    static Department named(String name) throws DepartmentUnknown {
        return Arrays.stream(values())
                .filter(department -> department.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(DepartmentUnknown::new);
    }

    public Text text() {
        return text;
    }
}
