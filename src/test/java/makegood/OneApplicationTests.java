package makegood;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** All journeys share one application: a second one in the same JVM takes over the engine's REST and web apps. */
@AnalyzeClasses(packages = "makegood")
class OneApplicationTests {
    private static final Pattern BUILDS = Pattern.compile("\\.buildProcessEngine\\(|new ProcessEngineFactoryBean");

    @ArchTest
    static final ArchRule JOURNEYS_SHARE_IT = classes()
            .that()
            .areMetaAnnotatedWith(Journey.class)
            .and()
            .doNotHaveSimpleName("RandomCasesTests") // has a JVM of its own, see pom.xml
            .should()
            .notBeAnnotatedWith(TestPropertySource.class)
            .andShould()
            .notBeAnnotatedWith(DirtiesContext.class)
            .andShould()
            .notBeAnnotatedWith(ActiveProfiles.class);

    /** The engine's REST answers with the engine named "default": what is called so last, and gone once that is closed. */
    @Test
    void enginesOfOtherTestsHaveNamesOfTheirOwn() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var nameless = files.filter(file -> file.toString().endsWith(".java"))
                    .map(OneApplicationTests::read)
                    .filter(source -> BUILDS.matcher(source).find() && !source.contains("setProcessEngineName("))
                    .toList();
            assertThat(nameless).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
