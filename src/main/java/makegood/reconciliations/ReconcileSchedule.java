package makegood.reconciliations;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import makegood.platform.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees to it that every store has its daily comparison planned, new stores too, unless {@code makegood.reconcile.daily=false}. */
@Component
@ConditionalOnProperty(name = "makegood.reconcile.daily", matchIfMissing = true)
class ReconcileSchedule {
    private final ReconcilePlan plan;
    private final Tenants tenants;
    private final Set<String> planned = ConcurrentHashMap.newKeySet();

    ReconcileSchedule(ReconcilePlan plan, Tenants tenants) {
        this.plan = plan;
        this.tenants = tenants;
    }

    @Scheduled(fixedDelayString = "${makegood.reconcile.period:PT10S}")
    void plan() {
        for (var store : tenants.all()) {
            if (!planned.contains(store) && plan.begin(store)) {
                planned.add(store);
            }
        }
    }
}
