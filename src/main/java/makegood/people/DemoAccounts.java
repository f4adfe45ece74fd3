package makegood.people;

import static makegood.people.Grade.FINANCE;
import static makegood.people.Grade.LEAD;
import static makegood.people.Grade.MANAGER;
import static makegood.people.Grade.MID;
import static makegood.people.Grade.NONE;
import static makegood.people.Grade.SENIOR;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import makegood.platform.Accounts;
import makegood.platform.ApiTokens;
import makegood.platform.Teams;
import makegood.platform.Tenants;
import org.springframework.stereotype.Component;

/** The demo shop's accounts, password equal to the name: on this machine only. */
@Component
class DemoAccounts {
    private static final Set<String> BOTH = Set.of("north", "south");

    private record Demo(String account, Grade grade, String team, Set<String> stores) {}

    private static final List<Demo> ALL = List.of(
            new Demo("agent", MID, Teams.AFTER_SALES, Set.of("north")),
            new Demo("agent2", SENIOR, Teams.AFTER_SALES, Set.of("north")),
            new Demo("agent-south", MID, Teams.AFTER_SALES, Set.of("south")),
            new Demo("lead", LEAD, Teams.LEADS, BOTH),
            new Demo("manager", MANAGER, Teams.MANAGERS, BOTH),
            new Demo("warehouse", NONE, Teams.WAREHOUSE, BOTH),
            new Demo("finance", FINANCE, Teams.FINANCE, BOTH),
            new Demo("product", NONE, "product", BOTH),
            new Demo("production", NONE, "production", BOTH),
            new Demo("marketing", NONE, "marketing", BOTH),
            new Demo("legal", NONE, "legal", BOTH),
            new Demo("admin", NONE, Teams.ADMINS, BOTH),
            new Demo("shop", NONE, Teams.SYSTEMS, BOTH));

    static final Set<String> NAMES = ALL.stream().map(Demo::account).collect(Collectors.toUnmodifiableSet());
    static final String TOKEN = "demo-shop-token";

    private final People people;
    private final Accounts accounts;
    private final Tenants tenants;
    private final ApiTokens tokens;

    DemoAccounts(People people, Accounts accounts, Tenants tenants, ApiTokens tokens) {
        this.people = people;
        this.accounts = accounts;
        this.tenants = tenants;
        this.tokens = tokens;
    }

    /** Makes those that are missing; an account that somebody has changed stays as it is. */
    void make() {
        BOTH.forEach(tenants::ensure);
        for (var account : ALL) {
            if (!accounts.exists(account.account())) {
                people.keep(account.account(), wanted(account), true);
            }
        }
        tokens.issue("shop", TOKEN);
    }

    private static PersonWanted wanted(Demo account) {
        return new PersonWanted(account.account(), account.grade().name(), Set.of(account.team()), account.stores());
    }

    static void refuseOpenAddress(String address) {
        try {
            if (address != null && InetAddress.getByName(address).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException("server.address: " + address, unknown);
        }
        throw new IllegalStateException(
                "The demo's passwords are known to everybody, so it only listens on this machine:"
                        + " server.address must be 127.0.0.1 (or ::1), not " + address + ".");
    }
}
