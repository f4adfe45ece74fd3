package makegood;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The process models as files, for the tests of the house rules. */
final class Models {
    static final Path FOLDER = Path.of("processes");
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final List<Model> ALL = read();

    private Models() {}

    /** One model; its findings begin with its file's name. */
    record Model(Path file, BpmnModelInstance bpmn) {
        String id() {
            return file.getFileName().toString().replace(".bpmn", "");
        }

        Process process() {
            return all(Process.class).iterator().next();
        }

        <E extends ModelElementInstance> Collection<E> all(Class<E> type) {
            return bpmn.getModelElementsByType(type);
        }

        Stream<FlowNode> nodes() {
            return all(FlowNode.class).stream();
        }

        Stream<SequenceFlow> flows() {
            return all(SequenceFlow.class).stream();
        }
    }

    static List<Model> all() {
        return ALL;
    }

    /** What a rule finds, over all models; a rule gives one line per finding. */
    static List<String> findings(Function<Model, Stream<String>> rule) {
        return ALL.stream()
                .flatMap(model -> rule.apply(model).map(finding -> model.id() + ": " + finding))
                .toList();
    }

    static String camunda(ModelElementInstance element, String attribute) {
        return Optional.ofNullable(element.getAttributeValueNs(CAMUNDA, attribute))
                .orElse("");
    }

    /** The value of an extension property, as the parse listeners read it. */
    static Optional<String> property(BaseElement element, String name) {
        return Optional.ofNullable(element.getExtensionElements()).stream()
                .flatMap(extensions -> extensions.getElementsQuery().list().stream())
                .flatMap(extension -> extension.getChildElementsByType(CamundaProperty.class).stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }

    /** {@code InspectReturnedGoods} for {@code Task_InspectReturnedGoods}. */
    static String withoutPrefix(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    /** {@code inspectReturnedGoods}: the bean of a step. */
    static String bean(String id) {
        var name = withoutPrefix(id);
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code inspect-returned-goods}: the form of a user task. */
    static String kebab(String id) {
        return withoutPrefix(id).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    static Properties chineseNames() {
        var names = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve("names_zh.properties"), StandardCharsets.UTF_8)) {
            names.load(reader);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Model> read() {
        try (var files = Files.list(FOLDER)) {
            var models = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> new Model(file, Bpmn.readModelFromFile(file.toFile())))
                    .toList();
            if (models.isEmpty()) throw new IllegalStateException("no models in " + FOLDER.toAbsolutePath());
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
