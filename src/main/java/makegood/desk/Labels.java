package makegood.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The web apps in Chinese: their own English labels with ours laid over them, so that a label which nobody translated yet
 * is shown in English and never as a raw key. Ours are kept by the English words, because the apps repeat them under
 * many keys.
 */
@Hidden
@RestController
class Labels {
    private static final String BUNDLED = "META-INF/resources/webjars/camunda/app/%s/locales/en.json";
    private final Map<String, ObjectNode> overlaid = new ConcurrentHashMap<>();
    private final ObjectMapper json;

    Labels(ObjectMapper json) {
        this.json = json;
    }

    @GetMapping(
            path = "/camunda/app/{app:tasklist|cockpit|admin|welcome}/locales/zh.json",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode chinese(@PathVariable String app) throws IOException {
        var known = overlaid.get(app);
        if (known == null) {
            known = overlay(app);
            overlaid.put(app, known);
        }
        return known;
    }

    ObjectNode overlay(String app) throws IOException {
        var locale = read(BUNDLED.formatted(app));
        var ours = read("labels/zh.json");
        var labels = (ObjectNode) locale.get("labels");
        for (var label : labels.properties()) {
            var words = ours.at("/keys/" + label.getKey());
            if (words.isMissingNode()) {
                words = ours.get("words").get(label.getValue().asText());
            }
            if (words != null) {
                label.setValue(words);
            }
        }
        locale.set("dateLocales", ours.get("dateLocales"));
        return locale;
    }

    private ObjectNode read(String resource) throws IOException {
        try (var content = new ClassPathResource(resource).getInputStream()) {
            var bytes = content.readAllBytes();
            boolean marked =
                    bytes.length > 2 && (bytes[0] & 0xff) == 0xef; // the bundled files begin with a byte order mark
            return (ObjectNode) json.readTree(bytes, marked ? 3 : 0, bytes.length - (marked ? 3 : 0));
        }
    }
}
