package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import makegood.Journey;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.spring.JqwikSpringSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Customers, agents, departments with faults, carriers and timers at random, one case of each procedure at once: every case
 * comes to its end when the faults stop, money and stock add up, and no piece is owed twice. {@code
 * -Djqwik.tries.default=1000} plays longer; {@code -Dmakegood.play=EXCHANGE} plays one procedure, {@code EXCHANGE:7} again
 * what a failure named.
 */
@JqwikSpringSupport
@Journey
@Tag("random")
@TestPropertySource(
        properties = {
            "makegood.random=true", // an application of its own: what chance passes is no promise kept
            "makegood.departments.back-off=50ms,100ms",
            "makegood.departments.slow-poll=1s",
            "logging.level.org.camunda.bpm.engine.jobexecutor=ERROR"
        })
class RandomCasesTests {
    private static final String EVERY = "RETURN_REFUND,REFUND_ONLY,EXCHANGE,RESEND,LOGISTICS,REVIEW,COMPENSATION";
    private static final int AT_ONCE = 4;

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient db;

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void everyCaseEnds(@ForAll long seed) throws InterruptedException {
        hire("other-lead", "LEAD", "leads");
        hire("other-manager", "MANAGER", "managers");
        hire("other-finance", "FINANCE", "finance");
        var day = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var played = new ArrayList<Future<?>>();
            for (var play : System.getProperty("makegood.play", EVERY).split(",")) {
                var what = play.split(":");
                long dice = what.length > 1 ? Long.parseLong(what[1]) : seed;
                played.add(day.submit(() -> play(what[0], dice)));
            }
            var wrong = new ArrayList<String>();
            for (var one : played) {
                try {
                    one.get();
                } catch (ExecutionException failed) {
                    wrong.add(String.valueOf(failed.getCause().getMessage()));
                }
            }
            assertThat(wrong.size())
                    .as(String.join("\n\n", wrong).replace("%", "%%"))
                    .isZero();
        } finally {
            day.shutdownNow();
        }
    }

    private void play(String kind, long dice) {
        new RandomCase(new Shop(port), engine, db, kind, dice).play();
    }

    /** Nobody decides about what is their own, so there are two of each. */
    private void hire(String account, String grade, String team) {
        new Shop(port)
                .as("admin")
                .put(
                        "/api/v1/people/" + account,
                        Map.of(
                                "password",
                                account,
                                "grade",
                                grade,
                                "teams",
                                List.of(team),
                                "stores",
                                List.of(Shop.STORE)));
    }
}
