package makegood.logistics;

import makegood.cases.Cases;
import makegood.platform.Answers;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of stray-parcel.bpmn: a parcel that was given up is caught, or awaited back; also after the case has closed. */
@Configuration(proxyBeanMethods = false)
class StrayParcelProcess {
    private final Troubles troubles;
    private final Cases cases;

    StrayParcelProcess(Troubles troubles, Cases cases) {
        this.troubles = troubles;
        this.cases = cases;
    }

    enum CatchDecision {
        CALL_BACK,
        LEAVE_WITH_CUSTOMER
    }

    @Bean
    UserTaskStep catchLostParcel() {
        return (task, answers) -> {
            var decision = answers.required("decision", CatchDecision.class);
            var why = answers.text("catchNote", Answers.MESSAGE_MAX);
            answers.require(
                    decision == CatchDecision.CALL_BACK || !why.isEmpty(),
                    "catchNote",
                    "REQUIRED",
                    "what was agreed with the customer?",
                    "请写明与客户的约定");
            answers.check();
            task.setVariable("parcelCalledBack", decision == CatchDecision.CALL_BACK);
            var more = why.isEmpty() ? "" : ": " + why;
            cases.note(
                    task.getExecution().getProcessBusinessKey(),
                    "PARCEL",
                    decision == CatchDecision.CALL_BACK
                            ? new Text("The parcel is called back" + more + ".", "已要求快递退回" + more + "。")
                            : new Text("The parcel stays with the customer" + more + ".", "包裹留给客户" + more + "。"));
        };
    }

    @Bean
    ExecutionListener strayParcelLeft() {
        return end -> troubles.state(troubles.get(end.getProcessBusinessKey()), ParcelState.ACCOUNTED);
    }
}
