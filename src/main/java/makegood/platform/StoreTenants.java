package makegood.platform;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;

/**
 * A store is a tenant of the engine: the instance belongs to the store that its start names, and called instances,
 * tasks and jobs inherit it. The engine itself checks nothing at a start, and an instance without tenant would be seen
 * by everybody, so both are refused here. Only what a timer starts (the watches over all stores) belongs to none: it holds
 * nothing but counts.
 */
class StoreTenants implements TenantIdProvider {
    /** Asked for root instances only. */
    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (startedByTimer()) {
            return null;
        }
        var given = GivenFields.running().get("store");
        var store = given != null ? given : start.getVariables().get("store");
        if (!(store instanceof String name) || name.isBlank()) {
            throw refused(new InvalidInput("store", "REQUIRED", new Text("which store?", "请填写店铺")));
        }
        var user = Context.getCommandContext().getAuthentication(); // none: our own code, job executor
        if (user != null && !user.getGroupIds().contains("camunda-admin") && !serves(user.getTenantIds(), name)) {
            throw refused(new StoreUnknown(name));
        }
        return name;
    }

    private static boolean startedByTimer() {
        var job = Context.getCommandContext().getCurrentJob();
        return job != null && TimerStartEventJobHandler.TYPE.equals(job.getJobHandlerType());
    }

    private static boolean serves(java.util.List<String> stores, String name) {
        return stores != null && stores.contains(name);
    }

    private static ProcessEngineException refused(BusinessRefusal refusal) {
        RefusalFilter.remember(refusal);
        return new ProcessEngineException(refusal.getMessage(), refusal);
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        return null;
    }

    /** Only asked when a decision is evaluated outside an instance that has a tenant. */
    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
        return null;
    }
}
