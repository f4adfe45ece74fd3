package makegood.returns;

import makegood.cases.Cases;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of find-return-parcel.bpmn: the carrier is asked while an agent looks for a parcel that is overdue. */
@Configuration(proxyBeanMethods = false)
class FindReturnParcelProcess {
    private final ReturnParcels parcels;
    private final Cases cases;

    FindReturnParcelProcess(ReturnParcels parcels, Cases cases) {
        this.parcels = parcels;
        this.cases = cases;
    }

    @Bean
    ExecutionListener returnParcelOverdue() {
        return start -> {
            var missing = parcels.of(start.getProcessBusinessKey()).stream()
                    .filter(p -> p.deliveredAt() == null)
                    .map(ReturnParcels.Parcel::trackingNumber)
                    .findFirst();
            start.setVariable("queriedParcel", missing.orElse("UNKNOWN"));
            start.setVariable("parcelFound", false);
        };
    }

    @Bean
    ExecutionListener returnParcelCalledLost() {
        return end -> parcels.giveUp(end.getProcessBusinessKey());
    }

    @Bean
    UserTaskStep findReturnParcel() {
        return (task, answers) -> {
            var found = answers.flag("found");
            answers.require(found.isPresent() || answers.has("found"), "found", "REQUIRED", "was it found?", "请选择是否找到");
            var tracking = answers.trackingNumber("trackingNumber");
            answers.check();
            var caseNumber = task.getExecution().getProcessBusinessKey();
            if (!tracking.isEmpty()) {
                parcels.sent(caseNumber, tracking, null);
            }
            if (!found.get()) {
                parcels.giveUp(caseNumber);
            }
            task.setVariable("parcelFound", found.get());
            cases.note(
                    caseNumber,
                    "PARCEL",
                    found.get()
                            ? new Text("The return parcel was found.", "已找到退货包裹。")
                            : new Text("The return parcel was given up.", "退货包裹确认丢失。"));
        };
    }
}
