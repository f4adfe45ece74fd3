package makegood.reconciliations;

import java.util.HashMap;
import java.util.Map;
import makegood.platform.DepartmentStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of reconcile.bpmn: the gateway's statement is read page by page, then compared page by page. */
@Configuration(proxyBeanMethods = false)
class ReconcileProcess {
    /** Lines per question: the answer is kept with the request. */
    private static final int PAGE = 40;

    private static final String RUN = "runNumber";
    private static final String CURSOR = "settlementCursor";

    private final ReconcilePlan plan;
    private final Reconciliations runs;
    private final StatementCheck check;

    ReconcileProcess(ReconcilePlan plan, Reconciliations runs, StatementCheck check) {
        this.plan = plan;
        this.runs = runs;
        this.check = check;
    }

    /** First of all, so that a gateway that does not answer today is asked tomorrow all the same. */
    @Bean
    JavaDelegate planNextComparison() {
        return x -> {
            plan.plan(x.getTenantId());
            x.setVariable(RUN, plan.daily(x.getTenantId()));
        };
    }

    @Bean
    DepartmentStep listSettlements() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var run = run(x);
                var payload = new HashMap<String, Object>();
                payload.put("since", run.from().minus(ReconcilePlan.OVERLAP).toString());
                payload.put("until", run.startedAt().toString());
                payload.put("size", PAGE);
                payload.put("after", x.getVariable(CURSOR));
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                runs.keep(run(x), ListedSettlements.read(values.get("lines")));
                var next = values.get("next") instanceof String cursor && !cursor.equals(x.getVariable(CURSOR))
                        ? cursor
                        : null;
                x.setVariable(CURSOR, next);
                x.setVariable("moreSettlements", next != null);
            }
        };
    }

    @Bean
    JavaDelegate compareAccounts() {
        return x -> x.setVariable("moreToCompare", check.next((String) x.getVariable(RUN)));
    }

    private Reconciliation run(DelegateExecution x) {
        return runs.get((String) x.getVariable(RUN));
    }
}
