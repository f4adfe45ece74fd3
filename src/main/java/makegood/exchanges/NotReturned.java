package makegood.exchanges;

import makegood.cases.Cases;
import makegood.cases.OwnRequest;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** Who may charge or write off what never came back, and the second person that a write-off needs. */
@Component
class NotReturned {
    private static final String WRITE_OFF = "WRITE_OFF_NOT_RETURNED";

    /** What is done about old pieces that never came. */
    enum Decision {
        CHARGE,
        WRITE_OFF
    }

    /** The second person's word to a write-off. */
    enum SecondWord {
        CONFIRM,
        RETURN_TO_LEAD
    }

    private final Prices prices;
    private final Authority authority;
    private final Cases cases;

    NotReturned(Prices prices, Authority authority, Cases cases) {
        this.prices = prices;
        this.authority = authority;
        this.cases = cases;
    }

    /** Fields {@code decision}, {@code chargeAmount} (what was paid for the pieces, unless said), {@code messageToCustomer}. */
    Decision decided(Exchange exchange, Answers answers) throws BusinessRefusal {
        var decision = answers.required("decision", Decision.class);
        var given = answers.amount("chargeAmount");
        var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
        long worth = prices.worthOfAll(exchange);
        boolean charge = decision == Decision.CHARGE;
        answers.require(
                !charge || given.isEmpty() || given.get() > 0 && given.get() <= worth,
                "chargeAmount",
                "OUT_OF_RANGE",
                "from 1 to " + worth,
                "须为 1 到 " + worth);
        answers.require(
                !charge || !message.isEmpty() || answers.has("messageToCustomer"),
                "messageToCustomer",
                "REQUIRED",
                "what the customer is told",
                "请填写给客户的说明");
        answers.require(
                !charge || exchange.replacementDelivered,
                "decision",
                "NOT_DELIVERED",
                "the replacement has not been delivered: nothing can be charged yet",
                "新品尚未送达，暂不能收款");
        answers.check();
        var by = Caller.current().account();
        boolean allowed = charge
                ? authority.allows("CHARGE_NOT_RETURNED", by, given.orElse(worth))
                : authority.allows(WRITE_OFF, by, worth);
        if (!allowed) {
            throw new BeyondAuthority();
        }
        if (charge) {
            exchange.chargeAmount = given.orElse(worth);
        } else {
            exchange.writtenOffBy = by;
        }
        cases.say(exchange.caseNumber, message, null);
        note(exchange, charge ? exchange.chargeAmount : worth, charge);
        return decision;
    }

    private void note(Exchange exchange, long sum, boolean charge) {
        var plain = Money.plain(sum);
        cases.note(
                exchange.caseNumber,
                "DECIDED",
                charge
                        ? new Text("The old pieces are charged: " + plain + ".", "旧品未寄回，收款 " + plain + "。")
                        : new Text("The old pieces are to be written off: " + plain + ".", "旧品未寄回，拟核销 " + plain + "。"));
    }

    boolean confirmed(Exchange exchange, Answers answers) throws BusinessRefusal {
        var word = answers.required("decision", SecondWord.class);
        answers.check();
        var by = Caller.current().account();
        if (by.equals(exchange.writtenOffBy)) {
            throw new OwnRequest();
        }
        if (authority.limit(WRITE_OFF, by) == 0) {
            throw new BeyondAuthority();
        }
        boolean confirmed = word == SecondWord.CONFIRM;
        cases.note(
                exchange.caseNumber,
                "DECIDED",
                confirmed
                        ? new Text("The write-off was confirmed by a second person.", "核销已由第二人确认。")
                        : new Text("The write-off was not confirmed.", "核销未获确认。"));
        return confirmed;
    }
}
