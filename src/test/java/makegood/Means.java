package makegood;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What some tests need besides a JDK. Where a means is missing its tests are skipped with one printed line each;
 * with MAKEGOOD_CI=true a missing means is a failure.
 */
public enum Means {
    CHROMIUM("Chromium (install it, or set MAKEGOOD_CHROMIUM to its path)", Means::findChromium),
    MYSQL(
            "a MySQL (set MAKEGOOD_MYSQL_URL, for example jdbc:mysql://127.0.0.1:3306/makegood, MAKEGOOD_MYSQL_USER "
                    + "and MAKEGOOD_MYSQL_PASSWORD: an account that may create databases)",
            () -> variable("MAKEGOOD_MYSQL_URL")),
    MYSQLD(
            "a command that starts a MySQL server (set MAKEGOOD_MYSQLD to the path of .ci/mysqld)",
            () -> variable("MAKEGOOD_MYSQLD")),
    NODE(
            "Node.js with camunda-external-task-client-js (set MAKEGOOD_NODE_TOOLS to a folder where .ci/tools is installed)",
            () -> variable("MAKEGOOD_NODE_TOOLS")),
    JAR("the packaged application (set MAKEGOOD_JAR to target/makegood-….jar)", () -> variable("MAKEGOOD_JAR"));

    private static final String[] BROWSERS = {"chromium", "chromium-browser", "google-chrome-stable", "google-chrome"};

    private final String description;
    private final Supplier<Optional<String>> search;

    Means(String description, Supplier<Optional<String>> search) {
        this.description = description;
        this.search = search;
    }

    public static Path chromium() {
        return Path.of(CHROMIUM.found());
    }

    /** The folder of node_modules. */
    public static Path nodeTools() {
        return Path.of(NODE.found()).toAbsolutePath();
    }

    public static Path jar() {
        return Path.of(JAR.found()).toAbsolutePath();
    }

    /** Starts a MySQL server in the foreground, given a port, a folder and options. */
    public static String mysqld() {
        return Path.of(MYSQLD.found()).toAbsolutePath().toString();
    }

    static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    String found() {
        return search.get().orElseThrow(() -> new IllegalStateException("needs " + description));
    }

    private static Optional<String> findChromium() {
        var set = variable("MAKEGOOD_CHROMIUM");
        if (set.isPresent()) return set.filter(path -> !path.equals("none"));
        return Stream.of(variable("PATH").orElse("").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of(BROWSERS).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    abstract static class Condition implements ExecutionCondition {
        private final Means means;

        Condition(Means means) {
            this.means = means;
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (means.search.get().isPresent()) return ConditionEvaluationResult.enabled("found");
            var reason = "needs " + means.description;
            if (Boolean.parseBoolean(System.getenv("MAKEGOOD_CI")))
                throw new IllegalStateException(context.getDisplayName() + " " + reason);
            System.out.println("Skipped " + context.getDisplayName() + ": " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
