package makegood.platform;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Writes an account into the engine's identity tables, as the house and not as the caller. */
@Component
public class AccountWriter {
    private final IdentityService identity;

    AccountWriter(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** Makes the account or changes it: teams and stores are replaced, a null password leaves the old one. */
    public void write(String account, String password, Set<String> teams, Set<String> stores) {
        EngineLogin.asSystem(identity, () -> {
            user(account, password);
            teams(account, teams);
            stores(account, stores);
        });
    }

    private void user(String account, String password) {
        var user = identity.createUserQuery().userId(account).singleResult();
        boolean isNew = user == null;
        if (isNew) {
            user = identity.newUser(account);
            user.setFirstName(account);
            user.setLastName("");
        }
        if (password != null) {
            user.setPassword(password);
        }
        if (isNew || password != null) {
            identity.saveUser(user);
        }
    }

    private void teams(String account, Set<String> wanted) {
        var has = identity.createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        wanted.stream().filter(team -> !has.contains(team)).forEach(team -> identity.createMembership(account, team));
        has.stream().filter(team -> !wanted.contains(team)).forEach(team -> identity.deleteMembership(account, team));
    }

    private void stores(String account, Set<String> wanted) {
        var has = identity.createTenantQuery().userMember(account).list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet());
        wanted.stream()
                .filter(store -> !has.contains(store))
                .forEach(store -> identity.createTenantUserMembership(store, account));
        has.stream()
                .filter(store -> !wanted.contains(store))
                .forEach(store -> identity.deleteTenantUserMembership(store, account));
    }
}
