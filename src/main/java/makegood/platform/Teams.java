package makegood.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The teams of the house: groups of the engine, candidate groups of the models. */
public final class Teams {
    public static final String AFTER_SALES = "after-sales";
    public static final String WAREHOUSE = "warehouse-returns";
    public static final String FINANCE = "finance";
    public static final String LEADS = "leads";
    public static final String MANAGERS = "managers";
    public static final String SYSTEMS = "systems";
    public static final String ADMINS = Accounts.ADMINS;
    /** Before the department's name: an account of a department's own worker, which is in this one team only. */
    public static final String DEPARTMENT = "department-";

    /** Who has tasks of the models, today or in a later release. */
    public static final List<String> WORKING =
            List.of(AFTER_SALES, WAREHOUSE, FINANCE, LEADS, MANAGERS, "product", "production", "marketing", "legal");

    /** Everybody but systems: who may sit at the desk. */
    static final Set<String> PEOPLE = Set.of(
            AFTER_SALES, WAREHOUSE, FINANCE, LEADS, MANAGERS, "product", "production", "marketing", "legal", ADMINS);

    public static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(AFTER_SALES, "After-sales 售后客服"),
            Map.entry(WAREHOUSE, "Warehouse, returns 仓库退货组"),
            Map.entry(FINANCE, "Finance 财务"),
            Map.entry(LEADS, "Leads 客服主管"),
            Map.entry(MANAGERS, "Managers 经理"),
            Map.entry("product", "Product 产品"),
            Map.entry("production", "Production 生产"),
            Map.entry("marketing", "Marketing 市场"),
            Map.entry("legal", "Legal 法务"),
            Map.entry(SYSTEMS, "Systems 系统"),
            Map.entry(DEPARTMENT + "warehouse", "Warehouse's own worker 仓库程序"),
            Map.entry(DEPARTMENT + "carrier", "Carrier's own worker 快递程序"),
            Map.entry(DEPARTMENT + "finance", "Gateway's own worker 支付程序"),
            Map.entry(DEPARTMENT + "product", "Product's own worker 产品程序"),
            Map.entry(DEPARTMENT + "marketplace", "Marketplace's own worker 平台程序"),
            Map.entry(DEPARTMENT + "notification", "Message service's own worker 消息程序"),
            Map.entry(ADMINS, "Administrators 系统管理员"));

    static final Set<String> DEPARTMENTS =
            NAMES.keySet().stream().filter(team -> team.startsWith(DEPARTMENT)).collect(Collectors.toUnmodifiableSet());

    private Teams() {}
}
