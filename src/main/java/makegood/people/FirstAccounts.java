package makegood.people;

import java.util.Set;
import makegood.platform.Accounts;
import makegood.platform.ApiTokens;
import makegood.platform.Teams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is there before anybody can log in: the demo's accounts in the demo, the first administrator elsewhere
 * ({@code --makegood.first-admin=NAME}, password from {@code MAKEGOOD_FIRST_ADMIN_PASSWORD}, else asked for on the terminal).
 * Runs before the first connection is accepted; a demo that others could reach, or demo accounts outside the demo, stop
 * the start.
 */
@Component
@DependsOn("grants")
class FirstAccounts implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
    private final Environment environment;
    private final People people;
    private final DemoAccounts demo;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApiTokens tokens;

    FirstAccounts(
            Environment environment,
            People people,
            DemoAccounts demo,
            JdbcClient jdbc,
            Accounts accounts,
            ApiTokens tokens) {
        this.environment = environment;
        this.people = people;
        this.demo = demo;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (environment.getProperty("makegood.demo", Boolean.class, false)) {
            DemoAccounts.refuseOpenAddress(environment.getProperty("server.address"));
            demo.make();
        } else {
            refuseDemoAccounts();
            firstAdmin(environment.getProperty("makegood.first-admin"));
        }
    }

    private void refuseDemoAccounts() {
        long left = jdbc.sql("select count(*) from person where demo = true")
                .query(Long.class)
                .single();
        if (left > 0
                || accounts.exists(DemoAccounts.NAMES.toArray(String[]::new))
                || tokens.account(DemoAccounts.TOKEN) != null) {
            throw new IllegalStateException("This database holds accounts of the demo, whose passwords everybody knows."
                    + " Start with an empty database, or with makegood.demo=true on this machine only.");
        }
    }

    private void firstAdmin(String name) {
        if (accounts.isAnyoneIn(Teams.ADMINS)) {
            return; // there is one already: the switch makes no second
        }
        if (name == null || name.isBlank()) {
            LOG.warn("There is no administrator yet. Start once with --makegood.first-admin=NAME.");
            return;
        }
        if (!PersonWanted.ACCOUNT.matcher(name).matches() || DemoAccounts.NAMES.contains(name)) {
            throw new IllegalStateException(
                    "makegood.first-admin: letters, digits and . _ @ -, at most 64, and no name of the demo's accounts");
        }
        people.keep(name, new PersonWanted(password(), null, Set.of(Teams.ADMINS), Set.of()), false);
    }

    private String password() {
        var given = environment.getProperty("MAKEGOOD_FIRST_ADMIN_PASSWORD");
        var console = System.console();
        if (given == null && console != null) {
            var typed = console.readPassword("Password of the first administrator (10 characters or more): ");
            given = typed == null ? null : new String(typed);
        }
        if (given == null || given.length() < 10) {
            throw new IllegalStateException(
                    "The first administrator needs a password of 10 characters or more in MAKEGOOD_FIRST_ADMIN_PASSWORD.");
        }
        return given;
    }
}
