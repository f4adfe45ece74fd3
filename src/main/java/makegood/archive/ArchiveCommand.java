package makegood.archive;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code verify-archive} and {@code trim-archive}: commands beside the running application, with its settings and its
 * database, and without its engine. The first ends with 1 when a link of the chain is broken.
 */
public final class ArchiveCommand {
    private static final String VERIFY = "verify-archive";
    private static final String TRIM = "trim-archive";
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveCommand.class);

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class Settings {}

    private ArchiveCommand() {}

    public static boolean isMeant(String... arguments) {
        return Arrays.stream(arguments).anyMatch(Set.of(VERIFY, TRIM)::contains);
    }

    /** The exit code. */
    public static int run(Clock clock, String... arguments) {
        try (var context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("spring.main.banner-mode=off", "spring.main.keep-alive=false")
                .run(arguments)) {
            var db = context.getBean(JdbcClient.class);
            if (List.of(arguments).contains(TRIM)) {
                trim(context, db, clock);
            }
            return verify(db, clock, context.getEnvironment().getProperty("makegood.archive.known", ""));
        }
    }

    private static void trim(ApplicationContext context, JdbcClient db, Clock clock) {
        int removed = new OldBatches(db, context.getBean(TransactionTemplate.class), clock).remove();
        LOG.info("{} batches older than {} years were removed; their seals stay.", removed, Seal.YEARS);
    }

    static int verify(JdbcClient db, Clock clock, String known) {
        var result = new ArchiveCheck(db, clock).check(known(known));
        if (result.broken() != null) {
            LOG.error("BROKEN: {}", result.broken());
            return 1;
        }
        LOG.info(
                "The archive is whole: {} batches, {} rows; {} rows wait for their seal. Last seal: {}:{}",
                result.batches(),
                result.rows(),
                result.waiting(),
                result.batches(),
                result.head());
        return 0;
    }

    /** {@code 17:ab12…,20:cd34…}: seals that were written down elsewhere. */
    private static Map<Long, String> known(String list) {
        var known = new HashMap<Long, String>();
        for (var part : list.isBlank() ? new String[0] : list.split(",")) {
            var seal = part.strip().split(":", 2);
            if (seal.length != 2 || !seal[0].matches("[0-9]{1,18}") || !seal[1].matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("makegood.archive.known: " + part + " is no <batch>:<seal>");
            }
            known.put(Long.parseLong(seal[0]), seal[1]);
        }
        return known;
    }
}
