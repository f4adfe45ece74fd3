package makegood;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** All journeys share one application: a second one in the same JVM takes over the engine's REST and web apps. */
@AnalyzeClasses(packages = "makegood")
class OneApplicationTests {
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
}
