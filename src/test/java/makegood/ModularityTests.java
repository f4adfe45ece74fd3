package makegood;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may import whom. A new module gets its line here and in the table of the design, and says the same of itself. */
class ModularityTests {
    private static final Set<String> FOR_PROCEDURES = Set.of(
            "platform",
            "people",
            "clocks",
            "stores",
            "orders",
            "cases",
            "departments",
            "ledger",
            "notifications",
            "texts");
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("people", Set.of("platform")),
            Map.entry("clocks", Set.of("platform")),
            Map.entry("stores", Set.of("platform", "clocks")),
            Map.entry("texts", Set.of("platform")),
            Map.entry("orders", Set.of("platform", "stores", "clocks", "texts")),
            Map.entry("departments", Set.of("platform")),
            Map.entry("sandbox", Set.of("platform", "departments", "orders")),
            Map.entry("gateways", Set.of("platform", "departments")),
            Map.entry("ledger", Set.of("platform")),
            Map.entry("reports", Set.of("platform", "stores", "cases", "ledger")),
            Map.entry("archive", Set.of("platform")),
            Map.entry("cases", Set.of("platform", "people", "clocks", "stores", "orders", "departments", "texts")),
            Map.entry("notifications", Set.of("platform", "stores", "cases", "texts")),
            Map.entry("returns", FOR_PROCEDURES),
            Map.entry("refunds", FOR_PROCEDURES),
            Map.entry("exchanges", FOR_PROCEDURES),
            Map.entry("resends", FOR_PROCEDURES),
            Map.entry("logistics", FOR_PROCEDURES),
            Map.entry("reviews", FOR_PROCEDURES),
            Map.entry("compensations", FOR_PROCEDURES),
            Map.entry("shipments", FOR_PROCEDURES),
            Map.entry("reconciliations", FOR_PROCEDURES),
            Map.entry(
                    "desk",
                    Set.of(
                            "platform",
                            "people",
                            "clocks",
                            "stores",
                            "orders",
                            "cases",
                            "ledger",
                            "texts",
                            "returns",
                            "refunds",
                            "exchanges",
                            "resends",
                            "logistics",
                            "reviews",
                            "compensations",
                            "shipments")));

    private static final ApplicationModules MODULES = ApplicationModules.of(Makegood.class);

    @Test
    void modulesKeepToWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void everyPackageDeclaresWhatItMayImport() throws IOException {
        try (var packages = Files.list(Path.of("src/main/java/makegood"))) {
            assertThat(packages.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(module -> assertThat(module.resolve("package-info.java"))
                            .isRegularFile()
                            .content()
                            .contains("ApplicationModule(", "allowedDependencies"));
        }
    }

    @Test
    void noModuleAllowsItselfMoreThanTheHouseDoes() throws ClassNotFoundException {
        for (var module : MODULES) {
            var name = module.getIdentifier().toString();
            var declared = Class.forName("makegood." + name + ".package-info")
                    .getAnnotation(org.springframework.modulith.ApplicationModule.class);
            assertThat(MAY_IMPORT).as("a line for every module").containsKey(name);
            assertThat(new TreeSet<>(Set.of(declared.allowedDependencies())))
                    .as("what %s allows itself", name)
                    .isSubsetOf(MAY_IMPORT.get(name));
        }
    }
}
