package makegood.platform;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_TASK;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The teams and what each may do in the engine: grants of groups on definitions, by key, made at start where they are
 * missing. There is none per task or instance (ruinous at many cases): stores are kept apart by tenants, teams by the
 * guard of tasks.
 */
@Component
class Grants implements InitializingBean {
    private static final String CASE = "after-sales-case";
    private static final String UNKNOWN_PARCEL = "unknown-parcel";
    private static final Permission[] WORK = {READ, READ_INSTANCE, READ_TASK, UPDATE_TASK, READ_HISTORY};
    private static final Permission[] WATCH = {
        READ, READ_INSTANCE, READ_TASK, UPDATE_TASK, READ_HISTORY, RETRY_JOB, UPDATE_INSTANCE
    };
    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final List<String> models;

    Grants(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.models = models();
    }

    /** A model's file bears its key; every model is the house's own. */
    private static List<String> models() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn");
            return Arrays.stream(files)
                    .map(file -> Objects.requireNonNull(file.getFilename()).replace(".bpmn", ""))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the models cannot be read", unreadable);
        }
    }

    @Override
    public void afterPropertiesSet() {
        Teams.NAMES.keySet().forEach(this::team);
        Teams.WORKING.forEach(this::worker);
        starter(Teams.SYSTEMS);
        manager();
        for (var resource : Resources.values()) {
            grant(Teams.ADMINS, resource, Authorization.ANY, Permissions.ALL);
        }
    }

    private void team(String team) {
        if (identity.createGroupQuery().groupId(team).count() == 0) {
            var group = identity.newGroup(team);
            group.setName(Teams.NAMES.get(team));
            group.setType(Teams.ADMINS.equals(team) ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void worker(String team) {
        grant(team, Resources.APPLICATION, "tasklist", ACCESS);
        grant(team, Resources.APPLICATION, "welcome", ACCESS);
        grant(team, Resources.USER, Authorization.ANY, READ); // names of assignees
        models.forEach(key -> grant(team, Resources.PROCESS_DEFINITION, key, permissions(team, key)));
        grant(team, Resources.PROCESS_INSTANCE, Authorization.ANY, CREATE);
    }

    private static Permission[] permissions(String team, String key) {
        var permissions = Teams.MANAGERS.equals(team) ? WATCH : WORK;
        boolean starts = CASE.equals(key) || UNKNOWN_PARCEL.equals(key) && Teams.WAREHOUSE.equals(team);
        if (!starts) {
            return permissions;
        }
        var all = Arrays.copyOf(permissions, permissions.length + 1);
        all[permissions.length] = CREATE_INSTANCE;
        return all;
    }

    private void starter(String team) {
        grant(team, Resources.PROCESS_DEFINITION, CASE, READ, CREATE_INSTANCE);
        grant(team, Resources.PROCESS_INSTANCE, Authorization.ANY, CREATE);
    }

    private void manager() {
        grant(Teams.MANAGERS, Resources.APPLICATION, "cockpit", ACCESS);
        grant(Teams.MANAGERS, Resources.TASK, Authorization.ANY, READ); // Cockpit counts tasks per team
        grant(Teams.MANAGERS, Resources.DECISION_DEFINITION, Authorization.ANY, READ, Permissions.READ_HISTORY);
        grant(Teams.MANAGERS, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, READ);
        grant(Teams.MANAGERS, Resources.DEPLOYMENT, Authorization.ANY, READ);
        grant(Teams.MANAGERS, Resources.GROUP, Authorization.ANY, READ);
        grant(Teams.MANAGERS, Resources.TENANT, Authorization.ANY, READ);
    }

    /** Adds what is missing; a grant that an administrator has widened stays as it is. */
    private void grant(String team, Resource resource, String id, Permission... permissions) {
        var found = authorizations
                .createAuthorizationQuery()
                .groupIdIn(team)
                .resourceType(resource)
                .resourceId(id)
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .list();
        var grant =
                found.isEmpty() ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : found.get(0);
        boolean complete = !found.isEmpty();
        for (var permission : permissions) {
            complete = complete && grant.isPermissionGranted(permission);
        }
        if (complete) {
            return;
        }
        grant.setGroupId(team);
        grant.setResource(resource);
        grant.setResourceId(id);
        for (var permission : permissions) {
            grant.addPermission(permission);
        }
        authorizations.saveAuthorization(grant);
    }
}
