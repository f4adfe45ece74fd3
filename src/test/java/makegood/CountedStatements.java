package makegood;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts what is sent to the database, per transaction: the engine's tables begin with ACT_. Only transactions that
 * wrote something are kept, so that neither a test's looking nor idle polls count.
 */
public class CountedStatements implements BeanPostProcessor {
    private static final Pattern ENGINE = Pattern.compile("\\bACT_");
    private static final Pattern SANDBOX = Pattern.compile("(?i)\\bsandbox_");
    private static final List<Transaction> COMMITTED = new CopyOnWriteArrayList<>();
    private static final List<String> TO_TABLE = new CopyOnWriteArrayList<>();
    private static volatile String table = "";

    /** What one transaction sent; the sandbox's tables are the departments' own, not ours. */
    public static final class Transaction {
        public int engine;
        public int ours;
        public int sandbox;
        public String first = "";
        private boolean wrote;

        private void sent(String sql) {
            var text = sql.strip();
            if (!table.isEmpty() && text.contains(table)) {
                TO_TABLE.add(text);
            }
            boolean writes = !text.toLowerCase(Locale.ROOT).startsWith("select");
            if (writes && !wrote) {
                first = text.substring(0, Math.min(70, text.length()));
            }
            wrote |= writes;
            if (ENGINE.matcher(text).find()) {
                engine++;
            } else if (SANDBOX.matcher(text).find()) {
                sandbox++;
            } else {
                ours++;
            }
        }
    }

    public static void begin() {
        COMMITTED.clear();
    }

    /** What was sent about a table while something was done, reading alone too. */
    public static List<String> to(String itsTable, Runnable done) {
        TO_TABLE.clear();
        table = itsTable;
        try {
            done.run();
        } finally {
            table = "";
        }
        return List.copyOf(TO_TABLE);
    }

    public static List<Transaction> committed() {
        return List.copyOf(COMMITTED);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource")
                ? proxy(DataSource.class, source, new Counted(source))
                : bean;
    }

    private static <T> T proxy(Class<T> type, Object target, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(target.getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private record Counted(Object target) implements InvocationHandler {
        @Override
        public Object invoke(Object self, java.lang.reflect.Method method, Object[] given) throws Throwable {
            var result = passed(target, method, given);
            return result instanceof Connection open ? proxy(Connection.class, open, new Counting(open)) : result;
        }
    }

    private static final class Counting implements InvocationHandler {
        private final Connection target;
        private Transaction transaction = new Transaction();

        Counting(Connection target) {
            this.target = target;
        }

        @Override
        public Object invoke(Object self, java.lang.reflect.Method method, Object[] given) throws Throwable {
            var result = passed(target, method, given);
            switch (method.getName()) {
                case "commit" -> {
                    if (transaction.wrote) {
                        COMMITTED.add(transaction);
                    }
                    transaction = new Transaction();
                }
                case "rollback" -> transaction = new Transaction();
                default -> {
                    // nothing ends
                }
            }
            if (result instanceof PreparedStatement prepared) {
                return statement(PreparedStatement.class, prepared, (String) given[0]);
            }
            return result instanceof Statement plain ? statement(Statement.class, plain, null) : result;
        }

        private <T extends Statement> T statement(Class<T> type, T target, String sql) {
            return proxy(type, target, (self, method, given) -> {
                var name = method.getName();
                if (name.equals("addBatch") || name.startsWith("execute") && !name.endsWith("Batch")) {
                    transaction.sent(sql == null ? (String) given[0] : sql);
                }
                return passed(target, method, given);
            });
        }
    }

    private static Object passed(Object target, java.lang.reflect.Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
