package makegood.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models, decisions and forms under stable names, the names of the models in the installation's language
 * ({@code makegood.language}: en, zh or both). Everything in one deployment, because calls, decisions and forms are
 * bound to it: a running case never meets half an upgrade. How often a watch runs is a setting of the installation
 * ({@code R/${makegood.watch.…:PT15M}} in its model) and is filled in here, so that a new value is a new deployment.
 */
@Component
class Deployer implements SmartInitializingSingleton {
    private final RepositoryService repository;
    private final Environment settings;
    private final String language;

    Deployer(RepositoryService repository, Environment settings, @Value("${makegood.language:en}") String language) {
        this.repository = repository;
        this.settings = settings;
        this.language = language;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            deploy();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the models cannot be read", unreadable);
        }
    }

    private void deploy() throws IOException {
        var chinese = chineseNames();
        var deployment = repository.createDeployment().name("makegood").enableDuplicateFiltering(false);
        var resources = new PathMatchingResourcePatternResolver();
        for (var folder : new String[] {"processes", "forms"}) {
            for (var resource : resources.getResources("classpath*:" + folder + "/*.*")) {
                var name = folder + "/" + resource.getFilename();
                try (var content = resource.getInputStream()) {
                    if (name.endsWith(".bpmn")) {
                        deployment.addModelInstance(name, translated(Bpmn.readModelFromStream(content), chinese));
                    } else if (name.endsWith(".dmn") || name.endsWith(".html")) {
                        deployment.addInputStream(name, content);
                    }
                }
            }
        }
        deployment.deploy();
    }

    private BpmnModelInstance translated(BpmnModelInstance model, Properties chinese) {
        var process = model.getModelElementsByType(Process.class).iterator().next();
        process.setName(name(chinese, process.getId(), process.getName()));
        for (var element : model.getModelElementsByType(FlowElement.class)) {
            if (element.getName() != null) {
                element.setName(name(chinese, process.getId() + "." + element.getId(), element.getName()));
            }
        }
        for (var cycle : model.getModelElementsByType(TimeCycle.class)) {
            cycle.setTextContent(settings.resolvePlaceholders(cycle.getTextContent()));
        }
        return model;
    }

    private String name(Properties chinese, String key, String english) {
        var name = chinese.getProperty(key);
        if (name == null || "en".equals(language)) {
            return english;
        }
        return "zh".equals(language) ? name : name + " " + english;
    }

    private static Properties chineseNames() throws IOException {
        var names = new Properties();
        var file = new ClassPathResource("processes/names_zh.properties");
        if (file.exists()) {
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                names.load(reader);
            }
        }
        return names;
    }
}
