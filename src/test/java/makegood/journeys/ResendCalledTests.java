package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.Cases.GoodsDue;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Another procedure's agent has agreed with the customer that it is sent again: no review, approval by value still. */
class ResendCalledTests extends ShopJourney {
    private static final String CALLER = "calls-resend";

    private final String sku = Resent.sku("BED-KID");

    @Autowired
    private Cases cases;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @Autowired
    private TransactionTemplate transaction;

    private String deployment;
    private Resent resent;

    @BeforeEach
    void drawACaller() {
        var model = Bpmn.createExecutableProcess(CALLER)
                .camundaHistoryTimeToLiveString("P1096D")
                .startEvent()
                .callActivity("Call_Resent")
                .calledElement("resend")
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .camundaOut("resendResult", "resendResult")
                .endEvent()
                .done();
        CallActivity call = model.getModelElementById("Call_Resent");
        Map.of("resendAgreed", "${true}", "resendAgreedBy", "${'agent'}").forEach((name, value) -> {
            var in = call.getExtensionElements().addExtensionElement(CamundaIn.class);
            in.setCamundaSourceExpression(value);
            in.setCamundaTarget(name);
        });
        deployment = repository
                .createDeployment()
                .addModelInstance(CALLER + ".bpmn", model)
                .deploy()
                .getId();
    }

    @AfterEach
    void takeItAway() {
        repository.deleteDeployment(deployment, true);
    }

    private String called(long paid, int stock) {
        shop.stock(sku, stock);
        var sale = shop.sold(shop.sale().line(sku, 1, paid).paid("ALIPAY", paid).signed(8));
        var played = shop.opened("agent", Shop.request(sale, "INQUIRY", "OTHER", "1:1", "丢了就赶紧补"));
        resent = new Resent(shop, sale, played);
        transaction.executeWithoutResult(t -> {
            cases.goodsDue(played.number, List.of(new GoodsDue(1, sku, 1, paid)));
            cases.fault(played.number, "LOST", "CARRIER");
        });
        return runtime.startProcessInstanceByKey(CALLER, played.number, Map.of("store", Shop.STORE))
                .getId();
    }

    private void ends(String instance, String result) {
        Await.until(
                "end of resend",
                () -> history
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("resendResult")
                        .list()
                        .stream()
                        .map(v -> String.valueOf(v.getValue()))
                        .toList(),
                List.of(result)::equals);
    }

    @Test
    void whatACallerAgreedIsApprovedByValueAndSent() {
        var instance = called(18900, 3);
        resent.played().task("agent2", Resent.APPROVE);
        assertThat(resent.played().tasks("agent", Resent.REVIEW)).isEmpty();
        resent.played()
                .complete("agent", Resent.APPROVE, Map.of("decision", "APPROVE"))
                .refused(403, "OWN_REQUEST");
        resent.played().completes("agent2", Resent.APPROVE, Map.of("decision", "APPROVE"));
        resent.delivered();
        ends(instance, "RESENT");
        assertThat(resent.costs()).containsExactly("RESEND 18900 CARRIER");
    }

    @Test
    void aCallerGetsBackWhatCannotBeSent() {
        var instance = called(4000, 0);
        resent.played().completes("agent", Resent.OTHER_WAY, Map.of("decision", "OFFER_OTHER"));
        ends(instance, "NO_STOCK");
        assertThat(resent.parcels()).isEmpty();
        assertThat(resent.costs()).isEmpty();
    }

    @Test
    void aCallerHearsOfAWithdrawal() {
        var instance = called(18900, 3);
        resent.played().task("agent2", Resent.APPROVE);
        Await.until("withdrawal used", () -> resent.played().happens("CUSTOMER_WITHDREW"), used -> used);
        ends(instance, "WITHDRAWN");
        Await.until("back on the shelf", () -> shop.stock(sku), s -> s.startsWith("sellable 3 "));
    }
}
