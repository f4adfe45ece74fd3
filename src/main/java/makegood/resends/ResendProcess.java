package makegood.resends;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makegood.cases.CaseFacts;
import makegood.cases.CaseParcels;
import makegood.cases.Cases;
import makegood.cases.CustomerWithdrew;
import makegood.cases.Outcome;
import makegood.cases.Remedy;
import makegood.platform.Caller;
import makegood.platform.DepartmentStep;
import makegood.platform.Engine;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The steps of resend.bpmn: what was missing, wrong or lost is sent again. */
@Configuration(proxyBeanMethods = false)
class ResendProcess {
    private final Resends resends;
    private final ResendApproval approval;
    private final ResendBooks books;
    private final Cases cases;
    private final CaseParcels parcels;
    private final Engine engine;

    ResendProcess(
            Resends resends,
            ResendApproval approval,
            ResendBooks books,
            Cases cases,
            CaseParcels parcels,
            Engine engine) {
        this.resends = resends;
        this.approval = approval;
        this.books = books;
        this.cases = cases;
        this.parcels = parcels;
        this.engine = engine;
    }

    /** A caller's agent has agreed it with the customer already, or a person reviews it here first. */
    @Bean
    ExecutionListener resendRequested() {
        return start -> {
            var caseNumber = start.getProcessBusinessKey();
            var resend = resends.begin(caseNumber);
            boolean agreed = Boolean.TRUE.equals(start.getVariable("resendAgreed"))
                    && !cases.goodsDue(caseNumber).isEmpty();
            if (agreed) {
                var by = start.getVariable("resendAgreedBy");
                resend.agreedBy = by == null ? Caller.current().account() : by.toString();
                resend.approvedBy = null;
            }
            start.setVariable("resendAgreed", agreed);
            start.setVariable("procedureChanged", false);
        };
    }

    @Bean
    JavaDelegate prepareResend() {
        return x -> {
            var c = cases.get(x.getProcessBusinessKey());
            resends.get(c.caseNumber()).attempts++;
            x.setVariable("resendApprovalNeeded", approval.needed(c));
            x.setVariable("neverLeft", resends.neverLeft(c));
            x.setVariable("wrongGoodsThere", Resends.wrongGoods(c));
            x.setVariable("shipGoodsResult", null);
        };
    }

    /** Pieces that the book says have left but were never in the box, and those that left in their place. */
    @Bean
    DepartmentStep correctStock() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var c = cases.get(x.getProcessBusinessKey());
                var payload = new HashMap<String, Object>();
                payload.put("orderNumber", c.orderNumber());
                payload.put("reason", "NEVER_LEFT");
                payload.put("lines", corrections(c));
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                resends.get(x.getProcessBusinessKey()).stockCorrected = true;
                cases.note(
                        x.getProcessBusinessKey(),
                        "STOCK",
                        new Text("Stock book put right: it never left.", "库存账已更正：商品从未发出。"));
            }
        };
    }

    private List<Map<String, Object>> corrections(CaseFacts c) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var piece : resends.pieces(c)) {
            lines.add(Map.of(
                    "line", piece.line(), "sku", piece.sku(), "quantity", piece.quantity(), "disposition", "RESTOCK"));
            var wrong = resends.get(c.caseNumber()).wrongSku;
            if (wrong != null) {
                lines.add(Map.of("sku", wrong, "quantity", piece.quantity(), "from", "RESTOCK"));
            }
        }
        return lines;
    }

    @Bean
    DepartmentStep reserveResend(Clock clock) {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var c = cases.get(x.getProcessBusinessKey());
                var bySku = new TreeMap<String, Integer>();
                cases.goodsDue(c.caseNumber()).forEach(g -> bySku.merge(g.sku(), g.quantity(), Integer::sum));
                var days = resends.store(c).limits().exchanges().reservationDays();
                return Map.of(
                        "lines",
                        bySku.entrySet().stream()
                                .map(e -> Map.of("sku", e.getKey(), "quantity", e.getValue()))
                                .toList(),
                        "until",
                        clock.instant().plus(Duration.ofDays(days)).toString());
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                x.setVariable("reservation", values.get("reservation"));
            }
        };
    }

    @Bean
    DepartmentStep releaseResend() {
        return x -> {
            var payload = new HashMap<String, Object>();
            payload.put("reservation", x.getVariable("reservation"));
            return payload;
        };
    }

    @Bean
    UserTaskStep approveResend() {
        return (task, answers) -> task.setVariable(
                "resendApproved", approval.decided(task.getExecution().getProcessBusinessKey(), answers));
    }

    @Bean
    JavaDelegate bookResend() {
        return x -> books.arrived(x.getProcessBusinessKey());
    }

    @Bean
    ExecutionListener resent() {
        return end -> cases.outcome(end.getProcessBusinessKey(), Outcome.RESOLVED_FULL, Remedy.RESEND);
    }

    @Bean
    JavaDelegate noteResendWithdrawal() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.outcome(caseNumber, Outcome.WITHDRAWN, null);
            cases.note(caseNumber, "WITHDRAWN", new Text("The request was withdrawn.", "申请已撤销。"));
        };
    }

    /** What has left the house is not called back; what is only reserved is given back. */
    @EventListener
    @Order(22)
    void on(CustomerWithdrew fact) {
        if (fact.used().declined() || !engine.runs("resend", fact.caseNumber())) {
            return;
        }
        boolean left = parcels.of(fact.caseNumber()).stream()
                .anyMatch(p -> p.purpose().equals("RESEND") && p.lostAt() == null);
        if (left) {
            fact.used().decline();
            cases.note(
                    fact.caseNumber(),
                    "WITHDRAWAL_TOO_LATE",
                    new Text("The goods have left already and cannot be called back.", "补发商品已发出，无法撤回。"));
            return;
        }
        fact.used().when(engine.correlateIn("resend", fact.caseNumber(), CustomerWithdrew.class));
    }
}
