package makegood.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.TreeMap;

/** The placeholders of messages to a customer, in the language of the case. */
final class MessageFacts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MessageFacts() {}

    static TreeMap<String, String> read(String stored) {
        try {
            return stored == null ? new TreeMap<>() : JSON.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("message facts cannot be read", damaged);
        }
    }

    static String write(TreeMap<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static TreeMap<String, String> of(AfterSalesCase c) {
        var facts = read(c.messageFacts);
        boolean zh = "zh".equals(c.language);
        facts.put("caseNumber", c.caseNumber);
        facts.put("orderNumber", c.orderNumber == null ? "" : c.orderNumber);
        facts.put("customerReference", c.customerReference == null ? "" : c.customerReference);
        facts.put("language", c.language);
        facts.put("currency", c.currency);
        facts.put("agentMessage", c.agentMessage == null ? "" : c.agentMessage);
        facts.put(
                "reasonText",
                c.refusalReason == null
                        ? ""
                        : zh
                                ? c.refusalReason.text().zh()
                                : c.refusalReason.text().en());
        facts.put(
                "outcomeText",
                c.outcome == null
                        ? ""
                        : zh ? c.outcome.text().zh() : c.outcome.text().en());
        return facts;
    }
}
