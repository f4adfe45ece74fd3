package makegood.departments;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import makegood.platform.AppClock;
import makegood.platform.DepartmentStep;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** Both ends of an external task: the step's question becomes a request row, the row's answer goes back to the step. */
@Component
class RequestsOfSteps {
    private static final String REQUEST_ID = "requestId";
    private static final List<String> NUMBERS_OF_MONEY =
            List.of("refundNumber", "payOutNumber", "collectNumber", "couponNumber", "claimNumber");
    private final BeanFactory steps;
    private final RequestBook book;
    private final AppClock clock;

    RequestsOfSteps(BeanFactory steps, RequestBook book, AppClock clock) {
        this.steps = steps;
        this.book = book;
        this.clock = clock;
    }

    void begins(String topic, DelegateExecution x) {
        var id = UUID.randomUUID().toString();
        var payload = step(topic, x).ask(x);
        var place = new DepartmentRequest.Place(
                x.getProcessBusinessKey(), x.getTenantId(), x.getCurrentActivityId(), x.getId());
        var key = idempotencyKey(id, payload);
        book.add(new DepartmentRequest(id, Topic.of(topic), place, key, Json.write(payload), clock.instant()));
        x.setVariableLocal(REQUEST_ID, id);
    }

    void ends(String topic, DelegateExecution x) {
        var id = (String) x.getVariableLocal(REQUEST_ID);
        if (id == null) { // answered between two reads of the one who ends it
            throw new OptimisticLockingException("the step " + x.getCurrentActivityId() + " has just been answered");
        }
        var request = book.get(id);
        if (x.isCanceled()) {
            request.cancelled(clock.instant()); // a no is already written, a request cut off by the model is not
            return;
        }
        if (request.state() != RequestState.DONE) {
            throw new IllegalStateException("the task was completed without an answer to request " + request.id());
        }
        step(topic, x).answered(x, Json.read(request.answer()));
    }

    /** Money keeps the number that it was given when it was asked for; everything else is known by its request. */
    static String idempotencyKey(String requestId, Map<String, Object> payload) {
        return NUMBERS_OF_MONEY.stream()
                .map(payload::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(requestId);
    }

    private DepartmentStep step(String topic, DelegateExecution x) {
        var name = Topic.of(topic) == Topic.NOTIFICATION_SEND ? "tellCustomer" : beanOf(x.getCurrentActivityId());
        return steps.getBean(name, DepartmentStep.class);
    }

    /** {@code authoriseReturn} for {@code Task_AuthoriseReturn}. */
    static String beanOf(String element) {
        var name = element.substring(element.indexOf('_') + 1);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
