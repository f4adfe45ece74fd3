package makegood.notifications;

import java.util.LinkedHashMap;
import java.util.Map;
import makegood.cases.CaseKind;
import makegood.cases.Cases;
import makegood.platform.DepartmentStep;
import makegood.platform.Text;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The one step behind every task of topic notification.send: which text, is said by the element. */
@Component
class TellCustomer implements DepartmentStep {
    private final Cases cases;
    private final CustomerTexts texts;

    TellCustomer(Cases cases, CustomerTexts texts) {
        this.cases = cases;
        this.texts = texts;
    }

    @Override
    public void answered(DelegateExecution execution, Map<String, Object> values) {
        if (Boolean.FALSE.equals(values.get("sent"))) {
            cases.note(
                    execution.getProcessBusinessKey(),
                    "NOT_TOLD",
                    new Text("The message could not be delivered.", "消息未能送达客户。"));
        }
    }

    /** Who published a review asked for nothing: what the case calls its outcome would be strange to read. */
    private String variant(String caseNumber) {
        var c = cases.get(caseNumber);
        if (c.kind() == CaseKind.REVIEW) {
            return CaseKind.REVIEW.name();
        }
        return c.outcome() == null ? null : c.outcome().name();
    }

    @Override
    public Map<String, Object> ask(DelegateExecution execution) {
        var caseNumber = execution.getProcessBusinessKey();
        var element = execution.getCurrentActivityId();
        var facts = cases.messageFacts(caseNumber);
        var language = facts.getOrDefault("language", "en");
        var text = texts.text(element, variant(caseNumber), language, facts);
        cases.told(caseNumber, element, text);
        var payload = new LinkedHashMap<String, Object>();
        payload.put("customerReference", facts.getOrDefault("customerReference", ""));
        payload.put("text", text);
        payload.put("language", language);
        payload.put("element", element);
        return payload;
    }
}
