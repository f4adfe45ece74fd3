package makegood.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LabelsTests {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private final Labels labels = new Labels(new ObjectMapper());

    @Test
    void agentsMeetNoEnglishLabelInTasklist() throws Exception {
        var english = labels("tasklist").properties().stream()
                .filter(label -> label.getValue().asText().matches(".*[a-z]{3}.*"))
                .filter(label -> !label.getValue().asText().matches(".*[\\u4e00-\\u9fff].*"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(english).containsExactlyInAnyOrderElementsOf(List.of("APP_VENDOR"));
    }

    @Test
    void everyAppHasAllItsLabelsSoThatNoneShowsItsKey() throws Exception {
        for (var app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            assertThat(labels(app).properties())
                    .as(app)
                    .isNotEmpty()
                    .allSatisfy(
                            label -> assertThat(label.getValue().isTextual()).isTrue());
        }
        assertThat(labels("cockpit").properties().stream()
                        .filter(label -> label.getValue().asText().matches(".*[\\u4e00-\\u9fff].*")))
                .hasSizeGreaterThan(1000);
    }

    @Test
    void placeholdersOfTheEnglishWordsStandInTheChineseOnes() throws Exception {
        var ours = new ObjectMapper().readTree(getClass().getResourceAsStream("/labels/zh.json"));
        for (var words : ours.get("words").properties()) {
            assertThat(places(words.getValue().asText())).as(words.getKey()).isEqualTo(places(words.getKey()));
        }
    }

    @Test
    void datesAreChineseToo() throws Exception {
        JsonNode dates = labels.overlay("tasklist").get("dateLocales");
        assertThat(dates.at("/relativeTime/mm").asText()).isEqualTo("%d 分钟");
    }

    private ObjectNode labels(String app) throws Exception {
        return (ObjectNode) labels.overlay(app).get("labels");
    }

    private static Set<String> places(String words) {
        return Arrays.stream(words.split("(?=\\{\\{)"))
                .map(PLACE::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
