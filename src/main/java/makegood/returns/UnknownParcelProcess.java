package makegood.returns;

import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.OpenCase;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Engine;
import makegood.platform.GivenFields;
import makegood.platform.RefusalFilter;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * The steps of unknown-parcel.bpmn. There is no case yet, so the parcel's own number is the business key, until its case is
 * known and takes its place (docs/adr/0016).
 */
@Configuration(proxyBeanMethods = false)
class UnknownParcelProcess {
    static final String ID = "unknown-parcel";
    private static final String NUMBER = "parcelNumber";

    private final UnknownParcels parcels;
    private final Cases cases;
    private final Engine engine;

    UnknownParcelProcess(UnknownParcels parcels, Cases cases, Engine engine) {
        this.parcels = parcels;
        this.cases = cases;
        this.engine = engine;
    }

    @Bean
    ExecutionListener unknownParcelArrived(UnannouncedParcels unannounced) {
        return start -> {
            try {
                var given = new Answers(GivenFields.running());
                var store = given.requiredText("store", 64);
                given.require(given.has("trackingNumber"), "trackingNumber", "REQUIRED", "please fill in", "必填");
                var tracking = given.trackingNumber("trackingNumber");
                given.check();
                var known = unannounced.knownAs(tracking);
                if (known.isPresent()) {
                    throw new ParcelAlreadyKnown(tracking, known.get());
                }
                var number = parcels.begin(store, tracking);
                start.setProcessBusinessKey(number);
                start.setVariable(NUMBER, number);
            } catch (BusinessRefusal refusal) {
                RefusalFilter.remember(refusal);
                throw new ProcessEngineException(refusal.getMessage(), refusal);
            }
        };
    }

    @Bean
    UserTaskStep identifyParcel(ParcelOwner owner) {
        return (task, answers) -> task.setVariable("parcelOwner", owner.named(number(task.getExecution()), answers));
    }

    @Bean
    UserTaskStep findParcelOwner(ParcelOwner owner) {
        return (task, answers) -> task.setVariable("ownerFound", owner.found(number(task.getExecution()), answers));
    }

    /** The goods say what the customer wants: back, and looked at by an agent. */
    @Bean
    JavaDelegate openCaseForParcel(OpenCase openCase) {
        return x -> {
            var parcel = parcels.get(number(x));
            var opened = openCase.open(
                    Map.of(
                            "store", parcel.store(),
                            "orderNumber", parcel.orderNumber(),
                            "procedure", "RETURN_REFUND",
                            "reason", "OTHER",
                            "channel", "WALK_IN"),
                    ID + "|" + parcel.parcelNumber());
            cases.note(
                    opened.caseNumber(),
                    "PARCEL",
                    new Text(
                            "The goods came back without a request; the case was opened for their parcel.",
                            "商品未经申请直接退回，为该包裹立案。"));
            parcels.belongsToCase(parcel.parcelNumber(), opened.caseNumber());
        };
    }

    @Bean
    JavaDelegate handParcelToCase(ReturnParcels returned) {
        return x -> {
            var parcel = parcels.get(number(x));
            x.setVariable("caseNumber", parcel.caseNumber());
            x.setProcessBusinessKey(parcel.caseNumber());
            returned.identified(parcel.caseNumber(), parcel.trackingNumber(), parcel.arrivedAt());
        };
    }

    private static String number(DelegateExecution x) {
        return (String) x.getVariable(NUMBER);
    }

    /** Its customer has named the number meanwhile: nobody needs to look any longer. */
    @EventListener
    void on(ParcelClaimed fact) {
        var parcel = parcels.tracked(fact.trackingNumber()).orElse(null);
        if (parcel != null && parcel.state() != UnknownParcels.State.IDENTIFIED) {
            parcels.belongsToCase(parcel.parcelNumber(), fact.caseNumber());
            engine.correlate(parcel.parcelNumber(), ParcelClaimed.class);
        }
    }
}
