package makegood.logistics;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import makegood.cases.Cases;
import makegood.orders.ScanKind;
import makegood.platform.DepartmentStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import makegood.stores.Stores;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of parcel-back.bpmn: a parcel of ours on its way back to our own warehouse, without any return agreed. */
@Configuration(proxyBeanMethods = false)
class ParcelBackProcess {
    private final Troubles troubles;
    private final ParcelInspection inspection;
    private final Cases cases;
    private final Clock clock;

    ParcelBackProcess(Troubles troubles, ParcelInspection inspection, Cases cases, Clock clock) {
        this.troubles = troubles;
        this.inspection = inspection;
        this.cases = cases;
        this.clock = clock;
    }

    @Bean
    ExecutionListener parcelComingBack(Stores stores) {
        return start -> {
            var trouble = troubles.get(start.getProcessBusinessKey());
            if (trouble.parcelState != ParcelState.COMING_BACK) {
                troubles.state(trouble, ParcelState.COMING_BACK);
            }
            var days = stores.known(trouble.store).limits().parcelDueDays();
            var due = clock.instant().plus(Duration.ofDays(days));
            start.setVariable("parcelBackDue", Date.from(due));
        };
    }

    /** A parcel that turned round and is then delivered has reached us; LOST counts only from then on. */
    @Bean
    JavaDelegate lookForParcelBack() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.lock(caseNumber);
            var trouble = troubles.get(caseNumber);
            var place = "ON_THE_WAY";
            for (var scan : troubles.scans(trouble)) {
                boolean since = !scan.at().isBefore(trouble.stateSince);
                if (scan.kind() == ScanKind.RETURNED_TO_SENDER || since && scan.kind() == ScanKind.DELIVERED) {
                    place = "WAREHOUSE";
                } else if (since && scan.kind() == ScanKind.LOST) {
                    place = "LOST";
                }
            }
            x.setVariable("parcelPlace", place);
        };
    }

    @Bean
    UserTaskStep findReturningParcel() {
        return (task, answers) -> {
            var found = answers.flag("found");
            answers.require(found.isPresent() || answers.has("found"), "found", "REQUIRED", "was it found?", "请选择是否找到");
            answers.check();
            task.setVariable("returningParcelFound", found.get());
        };
    }

    @Bean
    UserTaskStep inspectRefusedParcel() {
        return (task, answers) -> inspection.record(task.getExecution().getProcessBusinessKey(), answers);
    }

    @Bean
    DepartmentStep bookRefusedParcel() {
        return (DelegateExecution x) -> {
            var trouble = troubles.get(x.getProcessBusinessKey());
            var payload = new HashMap<String, Object>();
            payload.put("orderNumber", trouble.orderNumber);
            payload.put("trackingNumber", trouble.trackingNumber);
            payload.put("lines", inspection.toBook(trouble.caseNumber));
            return payload;
        };
    }

    @Bean
    ExecutionListener parcelBackInStock() {
        return end -> over(end, "The parcel is back, its goods are in stock.", "包裹已退回，商品已入库。");
    }

    @Bean
    ExecutionListener parcelNeverCame() {
        return end -> over(end, "The parcel never came back.", "包裹一直未退回。");
    }

    @Bean
    ExecutionListener lostOnWayBack() {
        return end -> over(end, "The parcel was lost on its way back.", "包裹在退回途中丢失。");
    }

    private void over(DelegateExecution end, String en, String zh) {
        troubles.state(troubles.get(end.getProcessBusinessKey()), ParcelState.ACCOUNTED);
        cases.note(end.getProcessBusinessKey(), "PARCEL", new Text(en, zh));
    }
}
