package makegood;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Autowired;

/** The house's rules about Java that a compiler does not know. */
@AnalyzeClasses(packages = "makegood", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    private static final Set<Class<?>> INEXACT =
            Set.of(float.class, double.class, Float.class, Double.class, BigDecimal.class);

    private static final DescribedPredicate<JavaClass> KNOW_THE_ENGINE = resideInAnyPackage(
                    "makegood.platform", "makegood.departments", "makegood.desk", "makegood.people")
            .or(describe("process classes", c -> outermost(c).getSimpleName().endsWith("Process")))
            .or(describe("the step of all messages", c -> c.getSimpleName().equals("TellCustomer")));

    @ArchTest
    static final ArchRule THE_ENGINE_IS_FENCED = noClasses()
            .that(DescribedPredicate.not(KNOW_THE_ENGINE))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("a move to a fork of the engine must stay a rename in few classes");

    @ArchTest
    static final ArchRule PEOPLE_KNOW_ITS_ACCOUNTS_ONLY = noClasses()
            .that()
            .resideInAPackage("makegood.people")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.camunda..")
                    .and(DescribedPredicate.not(resideInAnyPackage("..identity..")))
                    .and(DescribedPredicate.not(JavaClass.Predicates.type(IdentityService.class))))
            .because("teams and stores are the engine's groups and tenants, and nothing else of it is theirs");

    @ArchTest
    static final ArchRule PACKAGES_ARE_FEATURES = noClasses()
            .should()
            .resideInAnyPackage(
                    "..impl..",
                    "..dto..",
                    "..util..",
                    "..utils..",
                    "..common..",
                    "..helper..",
                    "..manager..",
                    "..mapper..")
            .because("a name says what a thing is for");

    @ArchTest
    static final ArchRule PACKAGES_ARE_FLAT = noClasses().should().resideInAPackage("makegood.*.*..");

    @ArchTest
    static final ArchRule CLASSES_ARE_NAMED_AFTER_THE_TRADE =
            noClasses().should().haveNameMatching(".*(Impl|Dto|DTO|Util|Utils|Helper|Manager|Mapper)(\\$.*)?");

    @ArchTest
    static final ArchRule MONEY_IS_EXACT_IN_FIELDS =
            noFields().should().haveRawType(describe("inexact numbers", ArchitectureTests::inexact));

    @ArchTest
    static final ArchRule MONEY_IS_EXACT_IN_METHODS = methods()
            .should()
            .notHaveRawReturnType(describe("inexact numbers", ArchitectureTests::inexact))
            .andShould()
            .notHaveRawParameterTypes(
                    describe("inexact numbers", types -> types.stream().anyMatch(ArchitectureTests::inexact)));

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethodWhere(describe("the time of day is asked without a Clock", ArchitectureTests::asksTheTime))
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("makegood.platform.AppClock")
            .should()
            .callMethodWhere(describe(
                    "a clock of its own",
                    call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system")));

    @ArchTest
    static final ArchRule WHAT_A_BEAN_NEEDS_COMES_BY_CONSTRUCTOR =
            fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(
                    "makegood.people.FirstAccounts") // the first password goes to the terminal, not to a log
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    private static boolean inexact(JavaClass type) {
        return INEXACT.stream().anyMatch(type::isEquivalentTo);
    }

    private static boolean asksTheTime(JavaMethodCall call) {
        if (call.getTargetOwner().isEquivalentTo(System.class))
            return call.getName().equals("currentTimeMillis");
        return call.getName().equals("now")
                && call.getTargetOwner().getPackageName().startsWith("java.time")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
    }
}
