package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A department says no by webhook where the model has no way for a no: the message is taken, and a person finds it. */
class LateNoTests extends ShopJourney {
    @Autowired
    private RuntimeService runtime;

    @Test
    void aNoWithoutAWayIsAnIncident() {
        var sale = shop.sold(
                shop.sale().line("KB-88", 1, 24900).paid("ALIPAY", 24900).signed(2));
        shop.next("warehouse.authorise-return", "PENDING");
        var keyboard = shop.opened("shop", Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "不喜欢"));
        var asked = Await.until(
                        keyboard.number + " asked",
                        () -> keyboard.calls("warehouse.authorise-return"),
                        c -> !c.isEmpty())
                .get(0)
                .at("/requestId")
                .asText();
        Await.until(
                keyboard.number + " answered",
                () -> shop.as("agent")
                        .post("/api/v1/sandbox/requests/" + asked, Map.of("answer", "REFUSE:NOT_POSSIBLE")),
                r -> r.status() == 200);

        var incident = Await.until(
                        keyboard.number + " incident",
                        () -> runtime.createIncidentQuery().list().stream()
                                .filter(i ->
                                        String.valueOf(i.getIncidentMessage()).contains("NOT_POSSIBLE"))
                                .toList(),
                        i -> !i.isEmpty())
                .get(0);
        assertThat(incident.getActivityId()).isEqualTo("Task_AuthoriseReturn");
        assertThat(incident.getIncidentMessage()).contains("the process has no way for this no");
        assertThat(keyboard.open()).isTrue();
    }
}
