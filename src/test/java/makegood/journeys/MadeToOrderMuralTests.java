package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-009: a mural made to measure, and a change of mind. */
class MadeToOrderMuralTests extends ShopJourney {
    private static final String REVIEW = "Task_ReviewReturnRequest";

    @Test
    void aChangeOfMindIsRefusedByTwoPeopleWithTheRuleInPlainWords() {
        var sale = mural();
        var mural = shop.opened(
                "shop",
                Shop.request(sale, "RETURN_REFUND", "STYLE_COLOUR_DISLIKED", "1:1", "壁画3米*2.4米做好了?贴上去感觉图案太花,想退"));
        mural.task("agent", REVIEW);
        assertThat(mural.rules("return-eligibility")).containsExactly("RE-19");
        assertThat(mural.show().at("/lines/0/exceptionConfirmedAt").asText()).isNotEmpty();

        mural.completes(
                "agent",
                REVIEW,
                Map.of(
                        "decision",
                        "REFUSE",
                        "refusalReason",
                        "SPECIAL_CATEGORY_CONFIRMED",
                        "messageToCustomer",
                        "换暖光灯后图案会柔和很多"));
        assertThat(mural.calls("marketplace.refuse")).isEmpty();
        mural.completes("lead", "Task_ConfirmRefusal", Map.of("decision", "CONFIRM"));
        assertThat(mural.told("Task_TellRefusal")).contains("暖光灯");
        mural.fires("COUNTER_OFFER_ANSWERED", "accepted", true);

        assertThat(mural.ends()).isEqualTo("REFUSED_ACCEPTED");
        assertThat(mural.calls("marketplace.refuse")).hasSize(1);
        assertThat(mural.calls("marketplace.refuse")
                        .get(0)
                        .at("/payload/refusalReason")
                        .asText())
                .isEqualTo("SPECIAL_CATEGORY_CONFIRMED");
        assertThat(shop.gateway(sale.payment(1))).isEmpty();
    }

    @Test
    void anAgentDoesNotConfirmTheOwnRefusal() {
        var sale = mural();
        var mural = shop.opened("shop", Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "想退"));
        mural.completes("agent", REVIEW, Map.of("decision", "REFUSE", "refusalReason", "SPECIAL_CATEGORY_CONFIRMED"));
        mural.task("lead", "Task_ConfirmRefusal");
        assertThat(mural.complete(
                                "agent",
                                mural.task("lead", "Task_ConfirmRefusal"),
                                "Task_ConfirmRefusal",
                                Map.of("decision", "CONFIRM"))
                        .status())
                .isIn(403, 404);
        assertThat(mural.open()).isTrue();
        assertThat(mural.calls("marketplace.refuse")).isEmpty();
    }

    @Test
    void aColourFaultOfTheSameMuralIsReviewedAndNotRefused() {
        var mural = shop.opened("shop", Shop.request(mural(), "RETURN_REFUND", "QUALITY_DEFECT", "1:1", "颜色印错了"));
        mural.task("agent", REVIEW);
        assertThat(mural.rules("return-eligibility")).containsExactly("RE-09");
    }

    private Sale mural() {
        var confirmed = shop.now().minus(Duration.ofDays(30)).toString();
        return shop.sold(shop.sale()
                .line("MURAL-3.0x2.4", 1, 86400, Map.of("madeToOrder", true, "exceptionConfirmedAt", confirmed))
                .paid("ALIPAY", 86400)
                .signed(2));
    }
}
