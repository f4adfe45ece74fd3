package makegood.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import makegood.platform.Teams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromisedTests {
    @ParameterizedTest
    @EnumSource(Topic.class)
    void whatATopicPromisesStandsInItsDocuments(Topic topic) throws IOException {
        var row = Files.readAllLines(Path.of("docs/departments.md")).stream()
                .filter(line -> line.startsWith("| `" + topic.id() + "`"))
                .findFirst()
                .orElseThrow();
        assertThat(Promised.of(topic).keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(row).contains(name));
        if (topic != Topic.FINANCE_QUERY_REFUND) { // a question, asked by GET
            assertThat(Files.readString(Path.of("docs/departments/openapi.yaml")))
                    .contains("/" + topic.id() + ":");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Topic.class, mode = EnumSource.Mode.EXCLUDE, names = "FINANCE_QUERY_REFUND")
    void theReferenceDepartmentKeepsEachPromise(Topic topic) throws IOException {
        var example = Json.read(ReferenceDepartment.EXAMPLES.get(topic.id()));
        assertThat(Promised.read(topic, example)).isEqualTo(example);
        var answer = Json.text(Map.of("answer", "DONE", "values", example));
        assertThat(HttpAnswer.read(topic, new HttpCalls.Came(200, true, answer.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Answer.Done(example));
    }

    @ParameterizedTest
    @EnumSource(Department.class)
    void aDepartmentHasATeamForItsOwnWorkers(Department department) {
        assertThat(Teams.NAMES).containsKey(department.team());
    }

    @Test
    void whatNobodyAskedForIsLeftOutside() {
        var given = Map.<String, Object>of("trackingNumber", "T", "carrier", "SF", "customerPhone", "13000000001");
        assertThat(Promised.read(Topic.WAREHOUSE_SHIP, given))
                .containsOnly(Map.entry("trackingNumber", "T"), Map.entry("carrier", "SF"));
    }

    @Test
    void missingAndWrongValuesAreTold() {
        assertThatThrownBy(() -> Promised.read(Topic.WAREHOUSE_SHIP, Map.of("carrier", "SF")))
                .hasMessage("the answer lacks trackingNumber");
        assertThatThrownBy(() -> ship(Map.of("trackingNumber", 7, "carrier", "SF")))
                .hasMessageContaining("trackingNumber");
        assertThatThrownBy(() -> ship(Map.of("trackingNumber", "T", "carrier", "SF", "freight", 12.5)))
                .hasMessageContaining("freight");
        assertThatThrownBy(() -> ship(Map.of("trackingNumber", "x".repeat(501), "carrier", "SF")))
                .hasMessageContaining("trackingNumber");
        assertThatThrownBy(() -> ship(Map.of("trackingNumber", "a\nb", "carrier", "SF")))
                .hasMessageContaining("trackingNumber");
        assertThatThrownBy(() ->
                        Promised.read(Topic.CARRIER_TRACE, Map.of("scans", List.of(Map.of("at", Map.of("deep", 1))))))
                .hasMessageContaining("scans");
    }

    private static Map<String, Object> ship(Map<String, Object> given) {
        return Promised.read(Topic.WAREHOUSE_SHIP, given);
    }
}
