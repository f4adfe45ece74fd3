package makegood.returns;

import makegood.cases.Cases;
import makegood.cases.Outcome;
import makegood.cases.RefusalReason;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** Goods that came back for an exchange: sound enough or not, the lead's word where not, and how they are booked. */
@Component
class ExchangedGoods {
    /** What a lead decides about goods that do not allow the exchange. */
    enum Decision {
        ACCEPT(new Text("A lead accepts the goods for the exchange.", "主管同意接受该商品换货。")),
        REFUND(new Text("A lead turns the exchange into a refund.", "主管决定改为退款。")),
        SEND_BACK(new Text("A lead sends the goods back.", "主管决定将商品退回客户。")),
        REFUSE(new Text("A lead refuses the exchange: nothing came back.", "未收到商品，主管拒绝换货。")),
        CHARGE(new Text("A lead wants the old pieces charged.", "主管决定就旧品收款。"));

        private final Text text;

        Decision(Text text) {
            this.text = text;
        }
    }

    private static final int ALL = 100;

    private final Returns returns;
    private final Cases cases;

    ExchangedGoods(Returns returns, Cases cases) {
        this.returns = returns;
        this.cases = cases;
    }

    /** Whether every line came whole and the table takes nothing off it: grade A or B, or a fault that proved true. */
    boolean sound(String caseNumber) {
        return returns.lines(caseNumber).stream()
                .allMatch(l -> l.refundPct != null
                        && l.refundPct == ALL
                        && !l.agree
                        && l.finding != Finding.EXTRA_GOODS
                        && l.received >= l.announced);
    }

    /** @param over the exchange has ended, and what was taken for these goods stands until they are accepted */
    Decision decided(String caseNumber, boolean replacementSent, boolean over, Answers answers) throws BusinessRefusal {
        var decision = answers.required("decision", Decision.class);
        var reason = answers.optional("refusalReason", RefusalReason.class);
        var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
        boolean nothingCame = returns.lines(caseNumber).stream().allMatch(l -> l.received == 0);
        answers.require(
                !replacementSent
                        || decision == Decision.ACCEPT
                        || decision == (over && !nothingCame ? Decision.SEND_BACK : Decision.CHARGE),
                "decision",
                "REPLACEMENT_IS_OUT",
                "the replacement has left: accept, or charge (goods that were charged already are sent back)",
                "新品已发出：只能接受或收款（已收款的旧品则退回客户）");
        answers.require(
                replacementSent || decision != Decision.CHARGE,
                "decision",
                "NOTHING_TO_CHARGE",
                "the replacement has not left: there is nothing to charge",
                "新品未发出，无需收款");
        answers.require(
                decision != Decision.SEND_BACK || !nothingCame,
                "decision",
                "NOTHING_TO_SEND",
                "nothing came that could be sent back",
                "没有可退回的商品");
        answers.require(
                decision != Decision.REFUSE || nothingCame,
                "decision",
                "GOODS_ARE_HERE",
                "goods are here: accept them, refund or send them back",
                "商品在我方仓库：请接受、退款或退回商品");
        answers.require(
                decision != Decision.REFUSE || answers.has("refusalReason"),
                "refusalReason",
                "REQUIRED",
                "a refusal needs its reason",
                "拒绝必须选择原因");
        answers.check();
        cases.say(caseNumber, message, reason.orElse(null));
        if (decision == Decision.SEND_BACK && !over) {
            cases.outcome(caseNumber, Outcome.SENT_BACK, null);
        }
        cases.note(caseNumber, "DECIDED", decision.text);
        return decision;
    }
}
