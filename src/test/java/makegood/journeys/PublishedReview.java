package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A review as the marketplace published it, and the case about it once there is one. */
final class PublishedReview {
    static final String CONTACT = "Task_ContactAuthor";
    static final String CAUSE = "Task_FindCause";
    static final String REPLY = "Task_AnswerReview";
    static final String OWN_WORDS = "很抱歉给您添麻烦了，我们已核实是打包环节的疏忽，已改用加厚纸箱。";

    final String id = "RV-" + UUID.randomUUID();
    final Sale sale;
    PlayedCase played;
    private final Shop shop;
    private final int rating;
    private final String text;

    /** {@code sale} null: the marketplace names no order. */
    PublishedReview(Shop shop, Sale sale, int rating, String text) {
        this.shop = shop;
        this.sale = sale;
        this.rating = rating;
        this.text = text;
    }

    /** About one piece for 9900, signed two days ago. */
    static PublishedReview of(Shop shop, int rating, String text) {
        var sale = shop.sale().line("TS-130-L", 1, 9900).paid("ALIPAY", 9900).signed(2);
        return new PublishedReview(shop, shop.sold(sale), rating, text);
    }

    Map<String, Object> request() {
        return request(rating, text);
    }

    Map<String, Object> request(int stars, String words) {
        var request = new LinkedHashMap<String, Object>();
        request.put("store", Shop.STORE);
        if (sale != null) {
            request.put("orderNumber", sale.orderNumber);
        }
        request.put("procedure", "REVIEW");
        request.put("reason", "OTHER");
        var review = new HashMap<String, Object>(Map.of("reviewId", id, "rating", stars));
        review.put("text", words);
        review.put("postedAt", shop.now().minus(Duration.ofHours(3)).toString());
        request.put("review", review);
        return request;
    }

    /** The marketplace's event. */
    PublishedReview comesIn() {
        played = shop.opened("shop", request());
        return this;
    }

    /** What the marketplace lists of it when it is asked. */
    void listed() {
        var review = new HashMap<String, Object>(Map.of("rating", rating, "text", text));
        review.put("postedAt", shop.now().minus(Duration.ofHours(3)).toString());
        if (sale != null) {
            review.put("orderNumber", sale.orderNumber);
        }
        shop.as("agent")
                .put("/api/v1/sandbox/reviews/" + Shop.STORE + "/" + id, review)
                .is(200);
    }

    /** The numbers of all cases that are found by the review. */
    List<String> cases() {
        return Shop.items(shop.as("manager")
                        .get("/api/v1/cases?store=" + Shop.STORE + "&q=" + id)
                        .is(200)
                        .body()
                        .at("/items"))
                .stream()
                .map(c -> c.at("/caseNumber").asText())
                .toList();
    }

    void tried(String account, String channel, boolean reached) {
        played.completes(account, CONTACT, Map.of("channel", channel, "reached", reached));
    }

    static Map<String, Object> cause(String cause, String unit, String remedy, Object... more) {
        var fields = new HashMap<String, Object>(Map.of("reviewCause", cause, "faultUnit", unit, "remedy", remedy));
        for (int i = 0; i < more.length; i += 2) {
            fields.put((String) more[i], more[i + 1]);
        }
        return fields;
    }

    /** Reached at the first try; cause and remedy are found by the same agent. */
    void causeFound(String account, String cause, String unit, String remedy, Object... more) {
        tried(account, "CHAT", true);
        played.completes(account, CAUSE, cause(cause, unit, remedy, more));
    }

    /** Reached at the first try, with words that help. */
    void helped() {
        tried("agent", "PHONE", true);
        played.completes(
                "agent", CAUSE, cause("PACKAGING", "PACKAGING", "APOLOGY", "messageToCustomer", "已为您登记，包装今后加厚。"));
    }

    void replied(String account, String words) {
        played.completes(account, REPLY, Map.of("replyText", words));
    }

    /** The script as the form proposes it. */
    String script() {
        var task = played.task("agent", REPLY);
        return shop.as("agent").get("/api/v1/tasks/" + task + "/case").is(200).text("/proposal/replyText");
    }

    String outcome() {
        return played.show().at("/reviewOutcome").asText();
    }

    void ends(String outcome, String reviewOutcome) {
        assertThat(played.ends()).isEqualTo(outcome);
        assertThat(outcome()).isEqualTo(reviewOutcome);
    }

    long replies() {
        return played.calls("marketplace.reply-to-review").size();
    }
}
