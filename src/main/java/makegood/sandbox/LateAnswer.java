package makegood.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import makegood.departments.Answer;
import makegood.departments.Department;
import makegood.departments.OwnWebhook;
import makegood.departments.Topic;
import makegood.platform.BusinessRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Answers that come later, by webhook: when somebody orders them, or when the delay of the topic is over. */
@Component
@InSandbox
class LateAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(LateAnswer.class);
    private final Decisions decisions;
    private final OwnWebhook webhook;

    LateAnswer(Decisions decisions, OwnWebhook webhook) {
        this.decisions = decisions;
        this.webhook = webhook;
    }

    /** What was decided is written first and told then, as two systems do it. */
    void answer(String requestId, Directive directive, Map<String, Object> values) throws BusinessRefusal {
        tell(decisions.answer(requestId, directive, values));
    }

    /** The same state again is told again under the same message id. */
    GatewayLedger.Refund refund(String refundNumber, RefundState state, String reason) throws BusinessRefusal {
        var refund = decisions.refund(refundNumber, state, reason);
        tell(told(refund));
        return refund;
    }

    @Scheduled(fixedDelayString = "${makegood.sandbox-sweep:1000}")
    void delayed() {
        for (var open : decisions.due()) {
            try {
                answer(open.requestId(), Directive.read("OK").orElseThrow(), Map.of());
            } catch (BusinessRefusal | RuntimeException notNow) {
                LOG.warn("A delayed answer of {} was not told: {}", open.topic(), notNow.toString());
            }
        }
    }

    private void tell(Decisions.Told told) throws BusinessRefusal {
        var message = new LinkedHashMap<String, Object>();
        message.put("id", told.id());
        message.put("topic", told.topic());
        message.put("reference", told.reference());
        if (told.answer() instanceof Answer.No no) {
            message.put("answer", "NO");
            message.put("code", no.code());
        } else if (told.answer() instanceof Answer.Done done) {
            message.put("answer", "DONE");
            message.put("values", done.values());
        }
        webhook.send(department(told.topic()), message);
    }

    private static Department department(String topic) {
        return Topic.find(topic).orElseThrow().department();
    }

    static Decisions.Told told(GatewayLedger.Refund refund) {
        Answer answer = refund.state() == RefundState.REFUSED
                ? new Answer.No(refund.reasonCode())
                : new Answer.Done(
                        Map.of("state", refund.state().name(), "gatewayReference", refund.gatewayReference()));
        var number = refund.refundNumber();
        return new Decisions.Told(
                "sandbox-" + number + "-" + refund.state(), Topic.FINANCE_REFUND.id(), number, answer);
    }
}
