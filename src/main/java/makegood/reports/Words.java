package makegood.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Codes in the words that the forms have for them, so that a file says nothing else than the screen. */
@Component
class Words {
    private static final String FILE = "META-INF/resources/webjars/camunda/app/tasklist/scripts/words.js";
    private static final String[] CAUSES = {"reason", "exceptionKind", "reviewCause", "fact", "differenceReason"};
    private static final String[] UNITS = {"liability", "reviewUnit"};

    private final JsonNode lists;

    Words(ObjectMapper json) throws IOException {
        var script = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        lists = json.readTree(script.substring(script.indexOf('{'), script.lastIndexOf('}') + 1))
                .path("lists");
    }

    /** What a person reads in a column that holds this. */
    String of(Column column, String value, Locale language) {
        return switch (column.role()) {
            case CAUSE -> word(CAUSES, value, language);
            case UNIT -> word(UNITS, value, language);
            default -> value;
        };
    }

    /** The code itself where nobody has words for it. */
    private String word(String[] from, String code, Locale language) {
        return Stream.of(from)
                .map(list -> lists.path(list).path(code))
                .filter(JsonNode::isArray)
                .map(words ->
                        words.path("zh".equals(language.getLanguage()) ? 1 : 0).asText())
                .findFirst()
                .orElse(code);
    }
}
