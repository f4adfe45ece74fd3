package makegood.logistics;

import java.time.Duration;
import java.util.Map;
import makegood.cases.Cases;
import makegood.platform.DepartmentStep;
import makegood.platform.Money;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of carrier-claim.bpmn, which goes on when the case has long been closed. */
@Configuration(proxyBeanMethods = false)
class CarrierClaimProcess {
    private static final String NUMBER = "claimNumber";
    private final CarrierClaims claims;
    private final Cases cases;

    CarrierClaimProcess(CarrierClaims claims, Cases cases) {
        this.claims = claims;
        this.cases = cases;
    }

    private CarrierClaims.Claim claim(DelegateExecution x) {
        return claims.get((String) x.getVariable(NUMBER));
    }

    @Bean
    ExecutionListener carrierClaimWanted(TroubleFacts facts) {
        return start -> {
            var store = cases.get(start.getProcessBusinessKey()).store();
            start.setVariable(
                    "claimPatience",
                    Duration.ofDays(facts.limits(store).claimDays()).toString());
        };
    }

    @Bean
    DepartmentStep fileClaim() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var claim = claim(x);
                return Map.of(
                        NUMBER,
                        claim.claimNumber(),
                        "trackingNumber",
                        claim.trackingNumber(),
                        "kind",
                        claim.kind(),
                        "amount",
                        claim.amount(),
                        "currency",
                        claim.currency());
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                long paid = "PAID".equals(values.get("state")) && values.get("amount") instanceof Number n
                        ? n.longValue()
                        : 0;
                x.setVariable("claimPaid", claims.answered(claim(x).claimNumber(), paid));
            }
        };
    }

    @Bean
    UserTaskStep complainToPostalAuthority() {
        return (task, answers) -> {
            var reference = answers.requiredText("complaintReference", 64);
            answers.check();
            cases.note(
                    task.getExecution().getProcessBusinessKey(),
                    "CLAIM",
                    new Text("Complaint to the postal authority: " + reference + ".", "已向邮政管理部门申诉：" + reference + "。"));
        };
    }

    @Bean
    DepartmentStep bookClaim() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var claim = claim(x);
                return Map.of(
                        NUMBER,
                        claim.claimNumber(),
                        "amount",
                        claims.paid(claim.claimNumber()),
                        "currency",
                        claim.currency());
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                var claim = claim(x);
                claims.book(claim);
                var paid = Money.plain(claims.paid(claim.claimNumber()));
                cases.note(claim.caseNumber(), "CLAIM", new Text("The carrier has paid " + paid, "快递已赔付 " + paid));
            }
        };
    }

    @Bean
    JavaDelegate noteClaimRefused() {
        return x -> {
            claims.answered(claim(x).claimNumber(), 0);
            cases.note(
                    x.getProcessBusinessKey(),
                    "CLAIM",
                    new Text("The carrier refuses the claim; the cost stays ours.", "快递拒绝理赔，损失由我们承担。"));
        };
    }
}
