package makegood.platform;

import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A model draws; code stands in the house. Refused in every deployment: classes and expressions as steps or listeners,
 * scripts in any place, connectors, mail and shell tasks. Steps are beans by {@code delegateExpression}, departments
 * are external tasks.
 */
class OnlyDrawn extends AbstractBpmnParseListener {
    private static final Set<String> NO_ELEMENTS = Set.of("script", "scripttask", "connector");
    private static final Set<String> NO_ATTRIBUTES =
            Set.of("class", "expression", "scriptformat", "language", "resource", "variablemappingclass");
    private static final Set<String> TYPES = Set.of("external");

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        check(process);
    }

    private static void check(Element element) {
        var tag = element.getTagName().toLowerCase(Locale.ROOT);
        if (NO_ELEMENTS.contains(tag)) {
            throw refused(element, "<" + element.getTagName() + ">");
        }
        element.attributes().forEach(name -> attribute(element, tag, name));
        element.elements().forEach(OnlyDrawn::check);
    }

    private static void attribute(Element element, String tag, String qualified) {
        var name = qualified.substring(qualified.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        boolean wrongType =
                "type".equals(name) && tag.endsWith("task") && !TYPES.contains(element.attribute(qualified));
        if (NO_ATTRIBUTES.contains(name) || wrongType) {
            throw refused(element, name);
        }
    }

    private static ProcessEngineException refused(Element element, String what) {
        return new ProcessEngineException("Not allowed in a model: " + what + " at line " + element.getLine());
    }
}
