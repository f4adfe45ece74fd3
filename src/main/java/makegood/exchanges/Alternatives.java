package makegood.exchanges;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import makegood.cases.CaseKind;
import makegood.cases.Cases;
import makegood.cases.NegotiationMove;
import makegood.cases.Offer;
import makegood.cases.Offers;
import makegood.platform.Answers;
import makegood.platform.InvalidInput;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** What is offered when the wanted article is not there: another article, a day to wait for, or the money back. */
@Component
class Alternatives {
    private static final int SKU_MAX = 100;
    private static final int DAYS_MOST = 180;
    private static final Text ASK_AGAIN = new Text("we will contact you again about it", "我们会再次与您联系");

    /** What an agent may offer. */
    enum Way {
        OTHER_SKU,
        WAIT,
        REFUND
    }

    private final Exchanges exchanges;
    private final MissingArticles missing;
    private final Offers offers;
    private final Cases cases;
    private final Clock clock;

    Alternatives(Exchanges exchanges, MissingArticles missing, Offers offers, Cases cases, Clock clock) {
        this.missing = missing;
        this.exchanges = exchanges;
        this.offers = offers;
        this.cases = cases;
        this.clock = clock;
    }

    /** Fields {@code decision}, {@code otherSku}, {@code waitUntil} (a day like 2026-12-01), {@code messageToCustomer}. */
    void offer(Exchange exchange, Answers answers) throws InvalidInput {
        var way = answers.required("decision", Way.class);
        var other = answers.text("otherSku", SKU_MAX);
        var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
        answers.require(
                way != Way.OTHER_SKU || !other.isEmpty(), "otherSku", "REQUIRED", "which article instead?", "请填写替代商品");
        var day = way == Way.WAIT ? day(exchange, answers) : null;
        answers.check();
        cases.say(exchange.caseNumber, message, null);
        exchange.alternative = way.name();
        exchange.otherSku = way == Way.OTHER_SKU ? other : null;
        exchange.stockExpectedAt = day == null
                ? null
                : day.atStartOfDay(exchanges.settings(exchange).zone()).toInstant();
        offers.make(exchange.caseNumber, words(way, other, day));
    }

    private LocalDate day(Exchange exchange, Answers answers) {
        var given = answers.requiredText("waitUntil", 10);
        var today = LocalDate.ofInstant(
                clock.instant(), exchanges.settings(exchange).zone());
        try {
            var day = given.isEmpty() ? today.plusDays(1) : LocalDate.parse(given);
            answers.require(
                    day.isAfter(today) && day.isBefore(today.plusDays(DAYS_MOST)),
                    "waitUntil",
                    "OUT_OF_RANGE",
                    "a day after today, within half a year",
                    "须为今天之后、半年以内的日期");
            return day;
        } catch (DateTimeParseException malformed) {
            answers.wrong("waitUntil", "NOT_A_DATE", "a day like 2026-12-01", "须为 2026-12-01 这样的日期");
            return today;
        }
    }

    private static Offer words(Way way, String other, LocalDate day) {
        return switch (way) {
            case OTHER_SKU ->
                new Offer(
                        NegotiationMove.OFFER_ALTERNATIVE,
                        new Text("article " + other + " instead", "改换商品 " + other),
                        ASK_AGAIN,
                        CaseKind.EXCHANGE,
                        null);
            case WAIT ->
                new Offer(
                        NegotiationMove.OFFER_ALTERNATIVE,
                        new Text("the article you want, expected on " + day, "您要的商品预计 " + day + " 到货，到货后为您换货"),
                        ASK_AGAIN,
                        CaseKind.EXCHANGE,
                        null);
            case REFUND ->
                new Offer(
                        NegotiationMove.CHANGE_TYPE,
                        new Text("your money back instead of the exchange", "不换货，改为退货退款"),
                        ASK_AGAIN,
                        CaseKind.RETURN_REFUND,
                        null);
        };
    }

    /** The customer has agreed. */
    void take(Exchange exchange) {
        cases.say(exchange.caseNumber, null, null);
        switch (Way.valueOf(exchange.alternative)) {
            case OTHER_SKU -> missing.lines(exchange).forEach(l -> l.newSku = exchange.otherSku);
            case REFUND -> exchange.endsAs = "REFUND";
            case WAIT ->
                cases.note(
                        exchange.caseNumber, "STOCK_EXPECTED", new Text("The customer waits for stock.", "客户同意等待到货。"));
        }
    }
}
