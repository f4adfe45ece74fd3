package makegood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import makegood.Models.Model;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.Test;

/** Every English name and explanation of the models has its Chinese twin. */
class ProcessNamesTests {
    @Test
    void everyNameAndExplanationIsTranslated() {
        var wanted = new TreeSet<String>();
        Models.all().forEach(model -> collect(model, wanted));
        var given = new TreeMap<String, String>();
        Models.chineseNames().forEach((key, name) -> given.put((String) key, (String) name));
        assertThat(given.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(given).allSatisfy((key, name) -> assertThat(name).as(key).containsPattern("\\p{IsHan}"));
    }

    private static void collect(Model model, TreeSet<String> wanted) {
        wanted.add(model.id());
        for (var element : model.all(FlowElement.class)) {
            var key = model.id() + "." + element.getId();
            if (Objects.nonNull(element.getName())) wanted.add(key);
            if (!element.getDocumentations().isEmpty()) wanted.add(key + ".doc");
        }
    }
}
