package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import makegood.CountedStatements;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one plain return costs the database, the engine's tables and ours apart. */
class StatementsPerCaseTests extends ShopJourney {
    private static final Logger LOG = LoggerFactory.getLogger(StatementsPerCaseTests.class);
    /** Four acts and outside events, two per department call, one more where money moves. */
    private static final int COMMITS = 23;

    @Test
    void aPlainReturnIsCheap() {
        Returned.arrived(shop, 59900).played().inspected(1, 1, "A"); // everything is warm and cached
        // sweeps and the last steps of other tests' cases commit too: what it costs is the cheapest of five
        var cheapest = Stream.generate(this::plainReturn)
                .limit(5)
                .min(Comparator.comparingInt(Cost::all))
                .orElseThrow();
        assertThat(cheapest.commits).as("commits").isLessThanOrEqualTo(COMMITS);
        assertThat(cheapest.ours * 100)
                .as("our statements of the engine's, in %")
                .isLessThanOrEqualTo(cheapest.engine * 40);
    }

    /** Statements and the transactions they came in. */
    private record Cost(int engine, int ours, long commits) {
        int all() {
            return engine + ours;
        }
    }

    private Cost plainReturn() {
        Await.aWhile();
        var sale = shop.sale().line("DJ-1", 1, 59900).paid("ALIPAY", 59900).signed(3);
        shop.sold(sale);
        CountedStatements.begin();
        var request = Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "不合适");
        request.put("goodsIntact", true);
        var played = shop.opened("shop", request);
        played.goodsComeBack();
        played.inspected(1, 1, "A");
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");

        var written = CountedStatements.committed();
        int engine = written.stream().mapToInt(t -> t.engine).sum();
        int ours = written.stream().mapToInt(t -> t.ours).sum();
        long commits = written.stream().filter(t -> t.engine + t.ours > 0).count();
        int calls = Shop.items(shop.as("agent")
                        .get("/api/v1/sandbox/calls?size=100&caseNumber=" + played.number)
                        .is(200)
                        .body()
                        .at("/items"))
                .size();
        LOG.info(
                "A plain return: {} statements of the engine, {} of ours ({} %), {} commits for {} department calls",
                engine, ours, ours * 100 / engine, commits, calls);
        return new Cost(engine, ours, commits);
    }
}
