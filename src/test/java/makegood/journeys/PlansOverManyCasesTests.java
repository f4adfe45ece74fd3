package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import makegood.MySql;
import makegood.NeedsMySql;
import makegood.RunningJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Over 10,000 open cases MySQL finds by an index what a case, its people and the sweeps ask for: no statement of ours, of the
 * engine or of the sandbox reads through a table that grows with the cases.
 */
@NeedsMySql
class PlansOverManyCasesTests {
    private static final Logger LOG = LoggerFactory.getLogger(PlansOverManyCasesTests.class);
    private static final int MANY = 10_000;
    private static final long FEW = 1_000;
    /** What must have been seen: the engine's jobs and external tasks, our clocks, silences, notices, days and accounts. */
    private static final List<String> SWEPT = List.of(
            "ACT_RU_JOB",
            "ACT_RU_EXT_TASK",
            "service_clock",
            "department_request",
            "gateway_notice",
            "ledger_seal",
            "order_parcel");

    @TempDir
    private Path folder;

    private final String url = MySql.freshDatabase();

    @Test
    void nothingReadsThroughATableThatGrows() throws Exception {
        var plans = folder.resolve("plans");
        var environment = new HashMap<String, String>(Map.of(
                "SPRING_PROFILES_ACTIVE",
                "mysql",
                "MAKEGOOD_MYSQL_URL",
                url,
                "MAKEGOOD_MYSQL_USER",
                MySql.user(),
                "MAKEGOOD_MYSQL_PASSWORD",
                MySql.password(),
                "MAKEGOOD_ARCHIVE_PERIOD",
                "PT2S",
                "MAKEGOOD_WATCH_PARCELSEVERY",
                "PT10S",
                "EXPLAIN_TO",
                plans.toString()));
        ManyCases many;
        List<ManyCases.Played> played;
        try (var running = RunningJar.start(folder, environment, ExplainedShop.class)) {
            many = new ManyCases(url, MySql.user(), MySql.password());
            played = played(new Shop(running.port()));
            Await.aWhile(); // so that what departments and jobs still do about them is written
        }
        long began = System.nanoTime();
        many.multiply(played);
        LOG.info("Seeded in {} s", (System.nanoTime() - began) / 1_000_000_000);
        var sizes = many.sizes();
        many.close();
        assertThat(sizes)
                .extractingByKey("after_sales_case")
                .satisfies(n -> assertThat(n).isGreaterThanOrEqualTo(MANY));
        assertThat(sizes)
                .extractingByKey("ACT_RU_TASK")
                .satisfies(n -> assertThat(n).isGreaterThanOrEqualTo(MANY * 4 / 10));
        try (var running = RunningJar.start(folder, environment, ExplainedShop.class)) {
            Files.createDirectories(plans);
            var shop = new Shop(running.port());
            aWholeReturn(shop);
            lookedAt(shop, played.get(0));
            Await.until("everything swept", () -> unseen(plans), List::isEmpty);
        }
        Files.copy(ExplainedShop.plans(plans), Path.of("target/plans.tsv"), StandardCopyOption.REPLACE_EXISTING);
        var found = read(plans);
        var kinds = found.stream().map(ExplainedShop.Plan::statement).distinct().count();
        LOG.info("{} kinds of statements explained over {}", kinds, new TreeMap<>(sizes));
        assertThat(kinds).isGreaterThan(150);
        assertThat(found.stream().filter(p -> p.table().equals("?")).map(ExplainedShop.Plan::statement))
                .as("could not be explained")
                .isEmpty();
        assertThat(scans(found, sizes)).isEmpty();
    }

    /** One of each kind of waiting that a return knows. */
    private static List<ManyCases.Played> played(Shop shop) {
        var review = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 59900, false);
        review.played().task("agent2", "Task_ReviewReturnRequest");
        var goods = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 59900, true);
        goods.played().awaitTold("Task_TellWhereToSend");
        var inspection = Returned.arrived(shop, 59900);
        inspection.played().task("warehouse", "Task_InspectReturnedGoods");
        shop.next("finance.refund", "PENDING");
        var money = Returned.arrived(shop, 59900);
        money.played().inspected(1, 1, "A");
        Await.until("gateway has it", () -> shop.gateway(money.payment()), r -> !r.isEmpty());
        money.played().await("sent", c -> money.played().refunds().get(0).contains("SENT"));
        shop.next("warehouse.authorise-return", "PENDING");
        var warehouse = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 59900, true);
        warehouse
                .played()
                .await("asked", c -> warehouse.played().waits("WAREHOUSE").size() > 0);
        return List.of(
                like(review, MANY * 3 / 10),
                like(goods, MANY * 2 / 10),
                like(inspection, MANY / 10),
                like(money, MANY * 2 / 10),
                like(warehouse, MANY * 2 / 10));
    }

    private static ManyCases.Played like(Returned one, int copies) {
        return new ManyCases.Played(one.played().number, one.sale().orderNumber, copies);
    }

    private static void aWholeReturn(Shop shop) {
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 59900, false);
        back.played()
                .completes("agent2", "Task_ReviewReturnRequest", Map.of("decision", "APPROVE", "evidence", "PARTIAL"));
        back.played().goodsComeBack();
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).startsWith("RESOLVED");
        assertThat(back.played().timeline()).isNotEmpty();
        assertThat(back.played().refunds()).containsExactly(back.payment() + " SETTLED 59900");
    }

    /** What people open all day: the list of cases, a search, finance's page. */
    private static void lookedAt(Shop shop, ManyCases.Played one) {
        shop.as("agent").get("/api/v1/cases?store=north&status=OPEN&size=50").is(200);
        shop.as("agent").get("/api/v1/cases?q=" + one.caseNumber()).is(200);
        shop.as("agent").get("/api/v1/cases?q=" + one.orderNumber()).is(200);
        shop.as("finance")
                .get("/api/v1/refunds?state=UNKNOWN,REVERSED&overdue=true")
                .is(200);
    }

    private static List<ExplainedShop.Plan> read(Path plans) throws IOException {
        return Files.readAllLines(ExplainedShop.plans(plans)).stream()
                .map(ExplainedShop.Plan::read)
                .toList();
    }

    private static List<String> unseen(Path plans) {
        try {
            var all = Files.readString(ExplainedShop.plans(plans));
            return SWEPT.stream().filter(table -> !all.contains(table)).toList();
        } catch (IOException notYet) {
            return SWEPT;
        }
    }

    /** What reads more than a few rows of a table that has more; its alias resolved. */
    private static TreeSet<String> scans(List<ExplainedShop.Plan> plans, Map<String, Long> sizes) {
        var scans = new TreeSet<String>();
        for (var plan : plans) {
            var table = table(plan);
            if (plan.rows() > FEW && sizes.getOrDefault(table, Long.MAX_VALUE) > FEW && !isWhatWasAsked(plan)) {
                scans.add(table + ", " + plan.type() + " " + plan.key() + " " + plan.rows() + ": " + plan.statement());
            }
        }
        return scans;
    }

    /** The list of a store's open cases says how many there are: by an index it reads them, and no closed one. */
    private static boolean isWhatWasAsked(ExplainedShop.Plan plan) {
        return plan.type().equals("ref")
                && plan.table().equals("c")
                && plan.statement().contains("from after_sales_case c where c.store = ?")
                && plan.statement().contains("and c.closed_at is null");
    }

    private static String table(ExplainedShop.Plan plan) {
        var alias = Pattern.compile("(?i)\\b(\\w+)\\s+(?:as\\s+)?" + Pattern.quote(plan.table()) + "\\b")
                .matcher(plan.statement());
        while (alias.find()) {
            var name = alias.group(1);
            if (!List.of("from", "join", "update", "into").contains(name.toLowerCase(java.util.Locale.ROOT))) {
                return name;
            }
        }
        return plan.table();
    }
}
