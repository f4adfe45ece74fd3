package makegood.platform;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;

/**
 * Nobody runs an expression through a query (CVE-2026-109432: the engine itself looks at the outer query only, not into
 * {@code orQueries}, and lets stored filters run anything). Stored filters may use the four expressions that Tasklist
 * needs; only administrators and the house's own start write filters.
 */
class ExpressionGuard extends CommandInterceptor {
    static final Set<String> HARMLESS =
            Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${dateTime().plusHours(8)}");
    private static final ThreadLocal<Boolean> IN_FILTER = new ThreadLocal<>();
    private static final java.lang.reflect.Field FILTER = EngineFields.of(SaveFilterCmd.class, "filter");
    private static final java.lang.reflect.Field EXTENDING =
            EngineFields.of(AbstractExecuteFilterCmd.class, "extendingQuery");

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            check(query, IN_FILTER.get() != null);
        } else if (command instanceof SaveFilterCmd || command instanceof DeleteFilterCmd) {
            onlyAdministrators();
            if (command instanceof SaveFilterCmd && EngineFields.get(FILTER, command) instanceof FilterEntity filter) {
                check(filter.getQuery(), true);
            }
        } else if (command instanceof AbstractExecuteFilterCmd) {
            return inFilter(command);
        }
        return next.execute(command);
    }

    private <T> T inFilter(Command<T> command) {
        check(EngineFields.get(EXTENDING, command), false);
        IN_FILTER.set(true);
        try {
            return next.execute(command);
        } finally {
            IN_FILTER.remove();
        }
    }

    /** {@code stored}: the four harmless expressions pass. */
    static void check(Object query, boolean stored) {
        if (query instanceof TaskQueryImpl tasks && tasks.getQueries() != null) {
            tasks.getQueries().forEach(part -> expressions(part, stored));
        }
        if (query instanceof AbstractQuery<?, ?> any) {
            expressions(any, stored);
        }
    }

    private static void expressions(AbstractQuery<?, ?> query, boolean stored) {
        var found = query.getExpressions();
        if (found != null && !found.isEmpty() && !(stored && HARMLESS.containsAll(found.values()))) {
            throw new BadUserRequestException("Expressions are not allowed in queries. 查询中不允许使用表达式。");
        }
    }

    private static void onlyAdministrators() {
        var user = Context.getCommandContext().getAuthentication();
        if (user != null && (user.getGroupIds() == null || !user.getGroupIds().contains(Teams.ADMINS))) {
            throw new AuthorizationException("Only administrators write filters. 仅管理员可以修改筛选器。");
        }
    }
}
