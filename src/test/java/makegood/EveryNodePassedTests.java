package makegood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashSet;
import javax.sql.DataSource;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last of all journeys: what they left in the engine's history shows every node of every model. */
@Journey
@Order(Integer.MAX_VALUE)
class EveryNodePassedTests {
    private static final int ALL_JOURNEYS = 60;

    @Autowired
    private DataSource database;

    @Test
    void everyNodeOfEveryModelIsPassedBySomeJourney() {
        var db = JdbcClient.create(database);
        long cases = db.sql("select count(*) from after_sales_case")
                .query(Long.class)
                .single();
        assumeTrue(cases >= ALL_JOURNEYS, "only after all journeys; " + cases + " cases were played");
        var passed = new HashSet<>(db.sql("select distinct ACT_ID_ from ACT_HI_ACTINST")
                .query(String.class)
                .list());
        assertThat(Models.findings(model -> model.nodes()
                        .filter(node -> !startsAnUndo(node))
                        .map(node -> node.getId())
                        .filter(id -> !passed.contains(id))))
                .as("nodes that no journey passes")
                .isEmpty();
    }

    /** The engine's history knows the step that undoes, never the event that ties it to what is undone. */
    private static boolean startsAnUndo(FlowNode node) {
        return node instanceof BoundaryEvent
                && !node.getChildElementsByType(CompensateEventDefinition.class).isEmpty();
    }
}
