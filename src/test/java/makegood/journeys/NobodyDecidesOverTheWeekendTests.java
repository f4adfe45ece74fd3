package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-006: a request on Saturday evening that nobody opens; the shop agrees before the platform would decide. */
class NobodyDecidesOverTheWeekendTests extends ShopJourney {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime EVENING = LocalTime.of(17, 50);
    private static final String REVIEW = "Task_ReviewReturnRequest";

    @Test
    void theShopAgreesInTimeAndALeadWasToldBefore() {
        var saturday = onSaturdayEvening();
        var sale = shop.sold(
                shop.sale().line("PAL-560", 1, 7900).paid("WECHAT", 7900).deliveredWithoutRecord());
        var request = Shop.request(sale, "RETURN_REFUND", "STYLE_COLOUR_DISLIKED", "1:1", "颜色偏暗,申请退货退款");
        request.put("channel", "MARKETPLACE");
        var zero = saturday.plus(Duration.ofHours(48));
        request.put("platformDeadline", Map.of("stage", "RETURN_DECIDE", "until", zero.toString()));
        var palette = shop.opened("shop", request);
        palette.task("agent", REVIEW);
        assertThat(palette.rules("return-eligibility")).containsExactly("RE-21");
        var own = zero.minus(Duration.ofMinutes(288));
        assertThat(palette.due(REVIEW)).isCloseTo(own, within(1, ChronoUnit.MINUTES));
        assertThat(palette.clock("RETURN_DECIDE").at("/dueAt").asText()).isEqualTo(zero.toString());
        assertThat(palette.clock("REVIEW_REQUEST").at("/atZero").asText()).isEqualTo("PLATFORM_DEFAULT");

        shop.later(Duration.between(shop.now(), own).minusMinutes(30));
        palette.task("lead", "Task_LookIntoEscalation");
        palette.task("agent", REVIEW);
        assertThat(palette.calls("marketplace.agree")).isEmpty();

        shop.later(Duration.ofMinutes(31));
        palette.awaitTold("Task_TellWhereToSend");

        assertThat(palette.tasks("agent", REVIEW)).isEmpty();
        assertThat(palette.calls("marketplace.agree")).hasSize(1);
        assertThat(palette.timeline("DECIDED"))
                .anyMatch(words -> words.contains("time limit") && words.contains("clock"));
        assertThat(palette.breaches()).containsExactly("REVIEW_REQUEST after-sales");
        assertThat(palette.firstOf("CLOCK_WARNED")).isLessThan(palette.firstOf("DECIDED"));
        refundedAsUsual(palette, sale);
    }

    private void refundedAsUsual(PlayedCase palette, Sale sale) {
        palette.completes("lead", "Task_LookIntoEscalation", Map.of("decision", "NOTED"));
        palette.goodsComeBack();
        palette.completes(
                "warehouse",
                "Task_InspectReturnedGoods",
                Map.of("receivedQuantity_1", 1, "goodsGrade_1", "A", "finding_1", "OPENED_INSPECTED"));
        assertThat(palette.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 7900");
        assertThat(palette.breaches()).containsOnlyOnce("REVIEW_REQUEST after-sales");
    }

    private Instant onSaturdayEvening() {
        var now = ZonedDateTime.ofInstant(shop.now(), ZONE);
        var saturday =
                now.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)).with(EVENING);
        if (!saturday.isAfter(now)) {
            saturday = saturday.plusWeeks(1);
        }
        shop.later(Duration.between(now, saturday));
        return saturday.toInstant();
    }
}
