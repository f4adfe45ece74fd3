package makegood.refunds;

import java.util.Map;
import makegood.platform.DepartmentStep;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of benefit-back.bpmn: a coupon or points that an undone order had used up. */
@Configuration(proxyBeanMethods = false)
class BenefitBackProcess {
    private final UndoneOrders undone;

    BenefitBackProcess(UndoneOrders undone) {
        this.undone = undone;
    }

    @Bean
    DepartmentStep giveBenefitBack() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                return undone.request(x.getProcessBusinessKey(), reference(x));
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                undone.givenBack(x.getProcessBusinessKey(), reference(x), String.valueOf(values.get("couponCode")));
            }
        };
    }

    @Bean
    UserTaskStep giveBenefitByHand() {
        return (task, answers) -> {
            var proof = answers.requiredText("proofNumber", 64);
            answers.check();
            undone.givenBack(task.getExecution().getProcessBusinessKey(), reference(task.getExecution()), proof);
        };
    }

    private static String reference(DelegateExecution x) {
        return (String) x.getVariable("benefitReference");
    }
}
