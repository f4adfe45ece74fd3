package makegood.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import makegood.Makegood;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The application as it is, on MySQL, with one who looks on: while the folder named by EXPLAIN_TO exists, each kind of
 * statement is explained with its real parameters just before it runs, in its own transaction, the first times it comes.
 */
final class ExplainedShop implements BeanPostProcessor {
    /** What is asked for the first time may find less than what is asked later. */
    private static final int TIMES = 3;

    private static final String PLANS = "plans.tsv";
    private static final Path FOLDER = Path.of(System.getenv().getOrDefault("EXPLAIN_TO", "-"));
    private static final Map<String, Integer> SEEN = new ConcurrentHashMap<>();

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Makegood.class, ExplainedShop.class).run(arguments);
    }

    /** A line of a plan: the table as the statement names it, how it is read, how many rows MySQL expects to read. */
    record Plan(String statement, String table, String type, String key, long rows) {
        static Plan read(String line) {
            var parts = line.split("\t", -1);
            return new Plan(parts[4], parts[0], parts[1], parts[2], Long.parseLong(parts[3]));
        }

        private String line() {
            return String.join("\t", table, type, key, Long.toString(rows), statement) + "\n";
        }
    }

    static Path plans(Path folder) {
        return folder.resolve(PLANS);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource")
                ? proxy(DataSource.class, source, (method, given) -> {
                    var made = passed(source, method, given);
                    return made instanceof Connection open ? connection(open) : made;
                })
                : bean;
    }

    private static Connection connection(Connection open) {
        return proxy(Connection.class, open, (method, given) -> {
            var made = passed(open, method, given);
            return made instanceof Statement statement
                    ? statement(method.getReturnType(), statement, open, given == null ? null : given[0])
                    : made;
        });
    }

    private static Object statement(Class<?> type, Statement statement, Connection open, Object prepared) {
        return proxy(type, statement, (method, given) -> {
            var name = method.getName();
            if (name.equals("addBatch") || name.startsWith("execute") && !name.endsWith("Batch")) {
                boolean plain = given != null && given.length > 0 && given[0] instanceof String;
                look(open, plain ? (String) given[0] : String.valueOf(prepared), plain ? null : statement);
            }
            return passed(statement, method, given);
        });
    }

    private static void look(Connection open, String sql, Statement filled) throws SQLException {
        var kind = sql.strip().replaceAll("\\s+", " ").replaceAll("\\( *\\?( *, *\\?)* *\\)", "(?)");
        var verb = kind.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        boolean reads = verb.equals("select") || verb.equals("update") || verb.equals("delete") || verb.equals("with");
        if (!reads || !Files.isDirectory(FOLDER) || SEEN.merge(kind, 1, Integer::sum) > TIMES) {
            return;
        }
        // what the driver shows of a prepared statement is its class, then the text with its values
        var text = filled == null ? sql : filled.toString().replaceFirst("(?s)^.*?: ", "");
        var plans = new StringBuilder();
        try (var question = open.createStatement();
                var rows = question.executeQuery("explain format=traditional " + text)) {
            while (rows.next()) {
                plans.append(new Plan(
                                kind,
                                String.valueOf(rows.getString("table")),
                                String.valueOf(rows.getString("type")),
                                String.valueOf(rows.getString("key")),
                                rows.getLong("rows"))
                        .line());
            }
        } catch (SQLException unexplained) {
            plans.append(new Plan(kind + " -- " + unexplained.getMessage(), "?", "?", "?", 0).line());
        }
        write(plans.toString());
    }

    private static synchronized void write(String lines) {
        try {
            Files.writeString(plans(FOLDER), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Call {
        Object go(Method method, Object[] given) throws Throwable;
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<?> type, Object target, Call call) {
        return (T) Proxy.newProxyInstance(
                target.getClass().getClassLoader(),
                new Class<?>[] {type},
                (self, method, given) -> call.go(method, given));
    }

    private static Object passed(Object target, Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
