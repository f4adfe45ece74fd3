package makegood.platform;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Accounts with their teams and stores, as the engine's identity tables hold them; remembered for a minute. */
@Component
public class Accounts {
    static final String ADMINS = "camunda-admin";

    private record Known(Caller caller, long until) {}

    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();
    private final IdentityService identity;
    private final VerifiedLogins logins;
    private final InstantSource time = InstantSource.system();

    @Autowired
    Accounts(@Lazy IdentityService identity) {
        this.identity = identity;
        this.logins = new VerifiedLogins(time);
    }

    /** The account as it is now, or null when there is none (any more). */
    public Caller caller(String account) {
        var found = known.get(account);
        if (found != null && found.until() > time.millis()) {
            return found.caller();
        }
        var caller = EngineLogin.asSystem(identity, () -> read(account));
        if (caller == null) {
            known.remove(account);
        } else {
            known.put(account, new Known(caller, time.millis() + VerifiedLogins.KEPT.toMillis()));
        }
        return caller;
    }

    private Caller read(String account) {
        if (identity.createUserQuery().userId(account).count() == 0) {
            return null;
        }
        var teams = identity.createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(account, teams, stores(account, teams));
    }

    /** The engine spares administrators its tenant checks, so for them every store counts. */
    private Set<String> stores(String account, Set<String> teams) {
        var query = identity.createTenantQuery();
        if (!teams.contains(ADMINS)) {
            query = query.userMember(account).includingGroupsOfUser(true);
        }
        return query.list().stream().map(Tenant::getId).collect(Collectors.toUnmodifiableSet());
    }

    public boolean exists(String... anyOf) {
        return EngineLogin.asSystem(
                identity, () -> identity.createUserQuery().userIdIn(anyOf).count() > 0);
    }

    public boolean isAnyoneIn(String team) {
        return EngineLogin.asSystem(
                identity, () -> identity.createUserQuery().memberOfGroup(team).count() > 0);
    }

    boolean passwordIsRight(String account, String password) {
        if (logins.knows(account, password)) {
            return true;
        }
        boolean right = identity.checkPassword(account, password);
        if (right) {
            logins.keep(account, password);
        }
        return right;
    }

    /** Teams, stores or password have changed: the next request asks the tables again. */
    public void forget(String account) {
        known.remove(account);
        logins.forget(account);
    }

    /** A store has come, or somebody has changed accounts or teams in Admin. */
    void forgetAll() {
        known.clear();
        logins.forgetAll();
    }
}
