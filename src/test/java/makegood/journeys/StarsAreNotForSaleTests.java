package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-030: words that buy or press stars never leave; a clean answer leaves after a second look. */
class StarsAreNotForSaleTests extends ShopJourney {
    private static final String BOUGHT = "亲，改成五星好评返您10元红包";
    private static final String BOUGHT_EN = "Change your review to 5 stars and get a coupon";
    private static final String SPEAKS_OF_IT = "收到您的评价后我们检查了库存，同批次已下架，很抱歉给您添麻烦了。";

    private PublishedReview foundation() {
        var sale = shop.sold(
                shop.sale().line("FD-02", 1, 13900).paid("WECHAT", 13900).signed(3));
        return new PublishedReview(shop, sale, 2, "粉底液漏了半瓶，包装太差").comesIn();
    }

    @Test
    void boughtStarsAreRefusedAndKeptWithTheirLaw() {
        shop.hire("xiaoyu", "JUNIOR");
        var review = foundation();
        var played = review.played;
        review.tried("xiaoyu", "CHAT", true);
        var refused = played.complete(
                        "xiaoyu",
                        PublishedReview.CAUSE,
                        PublishedReview.cause("PACKAGING", "PACKAGING", "APOLOGY", "messageToCustomer", BOUGHT))
                .refused(422, "TEXT_REFUSED");
        assertThat(refused.text("/detail")).containsAnyOf("16 CFR 465", "第九条");
        played.completes(
                "xiaoyu", PublishedReview.CAUSE, PublishedReview.cause("PACKAGING", "PACKAGING", "COMPENSATION"));
        played.completes("xiaoyu", Compensated.PROPOSE, Compensated.proposal("CASH", 4000));
        played.completes("lead", Compensated.APPROVE, Compensated.YES);
        for (var draft : new String[] {BOUGHT, BOUGHT_EN}) {
            played.complete("xiaoyu", PublishedReview.REPLY, Map.of("replyText", draft))
                    .refused(422, "TEXT_REFUSED");
        }
        assertThat(played.timeline("TEXT_REFUSED"))
                .hasSize(3)
                .allMatch(t -> t.contains("465"))
                .anyMatch(t -> t.contains(BOUGHT_EN));
        assertThat(review.replies()).isZero();

        review.replied("xiaoyu", SPEAKS_OF_IT);
        played.completes("lead", "Task_ReadReply", Map.of("decision", "RELEASE"));
        played.awaitTold("Task_InviteNewLook");
        played.fire("Event_UpdateWaitOver");
        review.ends("RESOLVED_FULL CASH_COMPENSATION", "UNCHANGED");
        assertThat(played.rules("compensation-authority")).containsExactly("CA-10");
        assertThat(played.calls("finance.pay-out")).hasSize(1);
        assertThat(played.costs()).containsExactly("COMPENSATION 4000 PACKAGING PACKAGING");
        assertThat(played.calls("marketplace.reply-to-review")
                        .get(0)
                        .at("/payload/text")
                        .asText())
                .isEqualTo(SPEAKS_OF_IT);
        assertThat(played.calls("notification.send").toString()).doesNotContain("红包");
    }

    @Test
    void nobodyReleasesTheirOwnWords() {
        var review = foundation();
        var played = review.played;
        review.helped();
        shop.as("admin")
                .put(
                        "/api/v1/people/both",
                        Map.of(
                                "password",
                                "both",
                                "grade",
                                "LEAD",
                                "teams",
                                List.of("after-sales", "leads"),
                                "stores",
                                List.of(Shop.STORE)));
        var script = review.script();
        review.replied("both", SPEAKS_OF_IT);
        played.complete("both", "Task_ReadReply", Map.of("decision", "RELEASE")).refused(403, "OWN_REQUEST");
        played.completes("lead", "Task_ReadReply", Map.of("decision", "RETURN"));
        assertThat(review.replies()).isZero();
        review.replied("both", script);
        played.awaitTold("Task_InviteNewLook");
        assertThat(review.replies()).isEqualTo(1);
    }
}
