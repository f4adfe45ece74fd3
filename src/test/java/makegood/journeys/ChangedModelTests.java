package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An upgrade over running cases: what runs goes on as it was drawn when it began, and everything ends. */
class ChangedModelTests extends ShopJourney {
    @Autowired
    private RepositoryService repository;

    /** A case somewhere, and how it goes on from there. */
    private record Running(Returned back, Runnable rest, String end) {}

    @Test
    void twentyRunningCasesEndAfterAChangedModelIsDeployed() throws IOException {
        var running = new ArrayList<Running>();
        var steps = List.<Supplier<Running>>of(
                this::inReview, this::onTheWayBack, this::atTheWarehouse, this::inDeduction, this::awaitingApproval);
        for (int round = 0; round < 4; round++) {
            steps.forEach(step -> running.add(step.get()));
        }
        deployChanged();
        running.forEach(one -> one.rest.run());
        for (var one : running) {
            assertThat(one.back.played().ends()).isEqualTo(one.end);
        }
        var after = Returned.arrived(shop, 20000);
        after.played().inspected(1, 1, "A");
        assertThat(after.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
    }

    private Running inReview() {
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 20000, false);
        back.played().task("agent2", "Task_ReviewReturnRequest");
        return new Running(
                back,
                () -> {
                    back.played()
                            .completes(
                                    "agent2",
                                    "Task_ReviewReturnRequest",
                                    Map.of("decision", "APPROVE", "evidence", "PARTIAL"));
                    back.played().goodsComeBack();
                    back.played().inspected(1, 1, "A");
                },
                "RESOLVED_FULL RETURN_REFUND");
    }

    private Running onTheWayBack() {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 20000, true);
        back.played().awaitTold("Task_TellWhereToSend");
        return new Running(
                back,
                () -> {
                    back.played().goodsComeBack();
                    back.played().inspected(1, 1, "A");
                },
                "RESOLVED_FULL RETURN_REFUND");
    }

    private Running atTheWarehouse() {
        var back = Returned.arrived(shop, 20000);
        back.played().task("warehouse", "Task_InspectReturnedGoods");
        return new Running(back, () -> back.played().inspected(1, 1, "A"), "RESOLVED_FULL RETURN_REFUND");
    }

    private Running inDeduction() {
        var back = Returned.worn(shop, 20000);
        back.played().task("agent", "Task_AgreeDeduction");
        return new Running(
                back,
                () -> back.played().completes("agent", "Task_AgreeDeduction", Map.of("customerAnswer", "ACCEPTED")),
                "RESOLVED_PARTIAL RETURN_REFUND");
    }

    private Running awaitingApproval() {
        var back = Returned.arrived(shop, 300_000);
        back.played().inspected(1, 1, "A");
        back.played().task("finance", "Task_ApproveRefund");
        return new Running(
                back,
                () -> back.played().completes("finance", "Task_ApproveRefund", Map.of("decision", "APPROVE")),
                "RESOLVED_FULL RETURN_REFUND");
    }

    /** Everything of the last deployment again, one label changed in each model. */
    private void deployChanged() throws IOException {
        var last = repository
                .createDeploymentQuery()
                .orderByDeploymentTime()
                .desc()
                .list()
                .get(0)
                .getId();
        var next = repository.createDeployment().name("changed");
        var names = repository.getDeploymentResourceNames(last);
        long models = names.stream().filter(n -> n.endsWith(".bpmn")).count();
        for (var name : names) {
            try (var content = repository.getResourceAsStream(last, name)) {
                var bytes = content.readAllBytes();
                next.addInputStream(name, new ByteArrayInputStream(name.endsWith(".bpmn") ? changed(bytes) : bytes));
            }
        }
        assertThat(next.deployWithResult().getDeployedProcessDefinitions()).hasSize((int) models);
    }

    private static byte[] changed(byte[] model) {
        var text = new String(model, StandardCharsets.UTF_8);
        var changed = text.replaceFirst("(<(?:bpmn:)?startEvent [^>]*name=\")", "$1Changed: ");
        assertThat(changed).isNotEqualTo(text);
        return changed.getBytes(StandardCharsets.UTF_8);
    }
}
