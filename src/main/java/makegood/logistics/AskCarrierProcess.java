package makegood.logistics;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.cases.Cases;
import makegood.clocks.Clocks;
import makegood.platform.DepartmentStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of ask-carrier.bpmn: asked, asked again after a day of silence, then chased by a lead. */
@Configuration(proxyBeanMethods = false)
class AskCarrierProcess {
    private static final String CLOCK = "CARRIER_QUERY";
    private static final String OTHER_PARCEL = "queriedParcel";
    private final Troubles troubles;
    private final TroubleFacts facts;
    private final Cases cases;
    private final Clocks clocks;

    AskCarrierProcess(Troubles troubles, TroubleFacts facts, Cases cases, Clocks clocks) {
        this.troubles = troubles;
        this.facts = facts;
        this.cases = cases;
        this.clocks = clocks;
    }

    @Bean
    ExecutionListener carrierWordWanted() {
        return start -> {
            var store = cases.get(start.getProcessBusinessKey()).store();
            var hours = facts.limits(store).queryHours();
            start.setVariable("carrierPatience", Duration.ofHours(hours).toString());
            start.setVariable("parcelGone", false);
        };
    }

    @Bean
    DepartmentStep askCarrier(Clock clock) {
        return query(clock, "ASK_AGAIN");
    }

    @Bean
    DepartmentStep askCarrierAgain(Clock clock) {
        return query(clock, "ESCALATE_LEAD");
    }

    private DepartmentStep query(Clock clock, String onSilence) {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var c = cases.get(x.getProcessBusinessKey());
                if (onSilence.equals("ESCALATE_LEAD")) {
                    silent(c.caseNumber());
                }
                var due = clock.instant()
                        .plus(Duration.ofHours(facts.limits(c.store()).queryHours()));
                clocks.caseClock(c.caseNumber(), c.store(), "OWN", CLOCK, due, onSilence);
                boolean own = x.getVariable(OTHER_PARCEL) == null;
                var payload = new HashMap<String, Object>();
                payload.put("trackingNumber", tracking(x));
                payload.put("orderNumber", c.orderNumber());
                payload.put("kind", own ? c.exceptionKind() : ExceptionKind.RETURN_LEG_NO_UPDATE.name());
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                heard(x, status(values), words(values));
            }
        };
    }

    /** The parcel that the caller names, else the one in trouble. */
    private String tracking(DelegateExecution x) {
        var named = (String) x.getVariable(OTHER_PARCEL);
        var known = named == null ? troubles.get(x.getProcessBusinessKey()).trackingNumber : named;
        return known == null ? "UNKNOWN" : known;
    }

    private void silent(String caseNumber) {
        cases.note(caseNumber, "CARRIER_SILENT", new Text("The carrier has not answered in time.", "快递未在期限内答复。"));
    }

    @Bean
    UserTaskStep chaseCarrier() {
        return new UserTaskStep() {
            @Override
            public void created(org.camunda.bpm.engine.delegate.DelegateTask task) {
                var caseNumber = task.getExecution().getProcessBusinessKey();
                silent(caseNumber);
                clocks.stop(caseNumber, CLOCK);
            }

            @Override
            public void complete(org.camunda.bpm.engine.delegate.DelegateTask task, makegood.platform.Answers answers)
                    throws makegood.platform.BusinessRefusal {
                var status = answers.required("carrierStatus", CarrierStatus.class);
                var remark = answers.text("carrierRemark", 500);
                answers.check();
                heard(task.getExecution(), status, remark);
            }
        };
    }

    private void heard(DelegateExecution x, CarrierStatus status, String remark) {
        var caseNumber = x.getProcessBusinessKey();
        clocks.stop(caseNumber, CLOCK);
        if (x.getVariable(OTHER_PARCEL) == null) {
            var trouble = troubles.get(caseNumber);
            trouble.carrierStatus = status;
            trouble.comesBack |= status == CarrierStatus.RETURNING;
            boolean underWay = facts.kind(caseNumber).route().equals("TRANSIT");
            if (status == CarrierStatus.LOST && underWay) {
                cases.exception(caseNumber, ExceptionKind.LOST.name(), null);
            }
        }
        x.getProcessInstance().setVariable("parcelGone", status.gone());
        var more = remark.isEmpty() ? "" : " (" + remark + ")";
        cases.note(
                caseNumber,
                "CARRIER_ANSWERED",
                new Text(
                        "The carrier says: " + status.text().en() + more + ".",
                        "快递答复：" + status.text().zh() + more + "。"));
    }

    /** As the carrier says it; else what its last scan says. */
    private static CarrierStatus status(Map<String, Object> values) {
        var given = String.valueOf(values.get("status"));
        return Arrays.stream(CarrierStatus.values())
                .filter(s -> s.name().equals(given))
                .findFirst()
                .orElseGet(() -> byScan(values.get("scans")));
    }

    private static CarrierStatus byScan(Object scans) {
        var last = scans instanceof List<?> all && !all.isEmpty() && all.get(all.size() - 1) instanceof Map<?, ?> scan
                ? String.valueOf(scan.get("kind"))
                : "";
        return switch (last) {
            case "LOST" -> CarrierStatus.LOST;
            case "DELIVERED" -> CarrierStatus.DELIVERED;
            case "RETURNED_TO_SENDER", "REFUSED" -> CarrierStatus.RETURNING;
            default -> CarrierStatus.IN_TRANSIT;
        };
    }

    /** What else the carrier says, for people to read: remark, weight, place and who signed. */
    private static String words(Map<String, Object> values) {
        var said = new java.util.ArrayList<String>();
        for (var name : List.of("remark", "weightGrams", "place")) {
            if (values.get(name) != null && !String.valueOf(values.get(name)).isBlank()) {
                said.add(name.equals("weightGrams") ? values.get(name) + " g" : String.valueOf(values.get(name)));
            }
        }
        var all = String.join(", ", said);
        return all.length() > 500 ? all.substring(0, 500) : all;
    }
}
