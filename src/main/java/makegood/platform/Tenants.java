package makegood.platform;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Stores as the engine knows them: one tenant each, which every manager serves. */
@Component
public class Tenants {
    private final IdentityService identity;
    private final Accounts accounts;

    Tenants(@Lazy IdentityService identity, Accounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    /** Makes the store's tenant if it is new; may be repeated. */
    public void ensure(String store) {
        EngineLogin.asSystem(identity, () -> create(store));
        accounts.forgetAll();
    }

    public Set<String> all() {
        return EngineLogin.asSystem(
                identity,
                () -> identity.createTenantQuery().list().stream()
                        .map(Tenant::getId)
                        .collect(Collectors.toSet()));
    }

    private void create(String store) {
        if (identity.createTenantQuery().tenantId(store).count() == 0) {
            var tenant = identity.newTenant(store);
            tenant.setName(store);
            identity.saveTenant(tenant);
        }
        if (identity.createTenantQuery()
                                .tenantId(store)
                                .groupMember(Teams.MANAGERS)
                                .count()
                        == 0
                && identity.createGroupQuery().groupId(Teams.MANAGERS).count() > 0) {
            identity.createTenantGroupMembership(store, Teams.MANAGERS);
        }
    }
}
