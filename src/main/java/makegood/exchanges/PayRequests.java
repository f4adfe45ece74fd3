package makegood.exchanges;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import makegood.cases.Cases;
import makegood.platform.Money;
import org.springframework.stereotype.Component;

/** A customer is asked to pay: until when, one reminder half way, and the case waits meanwhile. */
@Component
class PayRequests {
    private static final String WAIT = "PAY";

    private final Exchanges exchanges;
    private final Cases cases;
    private final Clock clock;

    PayRequests(Exchanges exchanges, Cases cases, Clock clock) {
        this.exchanges = exchanges;
        this.cases = cases;
        this.clock = clock;
    }

    /** The variables of the model's timers. */
    Map<String, Object> asked(Exchange exchange, long amount) {
        var settings = exchanges.settings(exchange);
        var time = Duration.ofHours(settings.limits().exchanges().payHours());
        var by = clock.instant().plus(time);
        var last = by.atZone(settings.zone());
        cases.tellLater(
                exchange.caseNumber,
                Map.of(
                        "payAmount",
                        Money.plain(amount),
                        "payUntil",
                        last.toLocalDate() + " " + String.format("%tR", last)));
        cases.waitForCustomer(exchange.caseNumber, WAIT, by);
        return Map.of(
                "payBy",
                Date.from(by),
                "payReminderAt",
                Date.from(clock.instant().plus(time.dividedBy(2))));
    }

    /** What was said about it is said; the next message has words of its own. */
    void over(String caseNumber) {
        cases.waitOver(caseNumber, WAIT);
        cases.say(caseNumber, null, null);
    }
}
