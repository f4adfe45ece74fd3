package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The morning's look at a store's reviews: page by page, each review once, tomorrow again. */
class ReviewWatchTests extends ShopJourney {
    @Autowired
    private ManagementService jobs;

    private void look() {
        new PlayedCase(shop, "review-watch-" + Shop.STORE).fire("Event_TimeToLook");
    }

    @Test
    void badReviewsGetTheirCaseAndPraiseDoesNot() {
        var praise = PublishedReview.of(shop, 5, "非常好");
        var trouble = PublishedReview.of(shop, 4, "刚用就坏了");
        var unknown = new PublishedReview(shop, shop.sale().line("TS-1", 1, 100), 2, "面料扎人");
        var bad = new ArrayList<>(List.of(trouble, unknown));
        IntStream.range(0, 22)
                .mapToObj(n -> new PublishedReview(shop, null, 2, "一般般 " + n))
                .forEach(bad::add);
        praise.listed();
        bad.forEach(PublishedReview::listed);
        look();
        for (var review : bad) {
            Await.until("case of " + review.id, review::cases, c -> c.size() == 1);
        }
        assertThat(praise.cases()).isEmpty();
        var orderless = new PlayedCase(shop, unknown.cases().get(0));
        assertThat(orderless.show().at("/orderNumber").isMissingNode()).isTrue();
        assertThat(orderless.show().at("/channel").asText()).isEqualTo("REVIEW");

        look();
        Await.aWhile();
        assertThat(bad).allSatisfy(review -> assertThat(review.cases()).hasSize(1));
        assertThat(waiting())
                .hasSize(1)
                .allMatch(look -> look.getDuedate().toInstant().isAfter(shop.now()));
    }

    @Test
    void marketplaceThatIsDownTodayIsAskedAgain() {
        var review = PublishedReview.of(shop, 1, "收到时已经开胶");
        review.listed();
        shop.next("marketplace.list-reviews", "ERROR", "OK");
        look();
        assertThat(waiting()).hasSize(1);
        look();
        Await.until("case", review::cases, c -> c.size() == 1);
    }

    @Test
    void missedLooksAreNotMadeUpOneByOne() {
        var review = PublishedReview.of(shop, 1, "鞋底磨脚");
        review.listed();
        shop.later(java.time.Duration.ofDays(3));
        Await.until("case", review::cases, c -> c.size() == 1);
        assertThat(waiting())
                .hasSize(1)
                .allMatch(look -> look.getDuedate().toInstant().isAfter(shop.now()));
    }

    /** The looks that are planned for the store. */
    private List<Job> waiting() {
        return jobs.createJobQuery()
                .processDefinitionKey("review-watch")
                .activityId("Event_TimeToLook")
                .tenantIdIn(Shop.STORE)
                .list();
    }
}
