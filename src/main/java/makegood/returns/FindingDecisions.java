package makegood.returns;

import makegood.cases.Cases;
import makegood.cases.Outcome;
import makegood.cases.RefusalReason;
import makegood.cases.Remedy;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** The decisions of people about a finding: the customer's answer to a deduction, and the lead's word. */
@Component
class FindingDecisions {
    private final Returns returns;
    private final Settlement settlement;
    private final Cases cases;
    private final Authority authority;

    FindingDecisions(Returns returns, Settlement settlement, Cases cases, Authority authority) {
        this.returns = returns;
        this.settlement = settlement;
        this.cases = cases;
        this.authority = authority;
    }

    /** Whether the deduction is agreed now. {@code agreedAmount} is the refund, not the deduction. */
    boolean customerAnswered(String caseNumber, Answers answers) throws BusinessRefusal {
        var answer = answers.required("customerAnswer", CustomerAnswer.class);
        var agreed = answers.amount("agreedAmount");
        var goods = returns.get(caseNumber);
        answers.require(
                answer != CustomerAnswer.COUNTERED || agreed.isPresent() || answers.has("agreedAmount"),
                "agreedAmount",
                "REQUIRED",
                "which refund was agreed?",
                "请填写商定的退款金额");
        answers.require(
                agreed.isEmpty() || agreed.get() >= goods.offeredAmount,
                "agreedAmount",
                "BELOW_OFFER",
                "not less than the rules give: " + goods.offeredAmount,
                "不得低于规则给出的金额：" + goods.offeredAmount);
        answers.require(
                agreed.isEmpty() || agreed.get() <= goods.fullAmount,
                "agreedAmount",
                "ABOVE_PAID",
                "not more than was paid for these pieces: " + goods.fullAmount,
                "不得高于这些商品的实付金额：" + goods.fullAmount);
        answers.check();
        if (answer == CustomerAnswer.DISPUTED || answer == CustomerAnswer.SILENT) {
            note(caseNumber, "The customer does not agree to the deduction.", "客户不同意扣款。");
            return false;
        }
        long amount = agreed.orElse(goods.offeredAmount);
        if (!authority.allows("REFUND", Caller.current().account(), Math.max(1, amount - goods.offeredAmount))) {
            throw new BeyondAuthority();
        }
        agree(goods, amount);
        goods.agreedBy = amount > goods.offeredAmount ? Caller.current().account() : null;
        return true;
    }

    /** The customer's own yes or no to what was offered. */
    boolean offerAnswered(String caseNumber, boolean accepted) {
        var goods = returns.get(caseNumber);
        if (accepted) {
            agree(goods, goods.offeredAmount);
        } else {
            note(caseNumber, "The customer does not agree to the deduction.", "客户不同意扣款。");
        }
        return accepted;
    }

    private void agree(GoodsReturn goods, long amount) {
        goods.agreedAmount = amount;
        if (amount > 0 && amount < goods.fullAmount) {
            cases.outcome(goods.caseNumber, Outcome.RESOLVED_PARTIAL, Remedy.RETURN_REFUND);
        }
        note(
                goods.caseNumber,
                "Refund agreed with the customer: " + Money.plain(amount) + ".",
                "与客户商定退款：" + Money.plain(amount) + "。");
    }

    LeadDecision leadDecided(String caseNumber, Answers answers) throws BusinessRefusal {
        var decision = answers.required("decision", LeadDecision.class);
        var amount = answers.amount("agreedAmount");
        var reason = answers.optional("refusalReason", RefusalReason.class);
        var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
        var goods = returns.get(caseNumber);
        long most = settlement.most(caseNumber);
        boolean nothingCame = returns.lines(caseNumber).stream().allMatch(l -> l.received == 0);
        answers.require(
                decision != LeadDecision.PAY_PART || amount.isPresent() || answers.has("agreedAmount"),
                "agreedAmount",
                "REQUIRED",
                "which amount is paid?",
                "请填写退款金额");
        answers.require(
                decision != LeadDecision.PAY_PART || amount.isEmpty() || amount.get() > 0 && amount.get() <= most,
                "agreedAmount",
                "OUT_OF_RANGE",
                "from 1 to " + most,
                "须为 1 到 " + most);
        answers.require(
                decision != LeadDecision.REFUSE || nothingCame,
                "decision",
                "GOODS_ARE_HERE",
                "goods are here: pay for them or send them back",
                "商品在我方仓库：请退款或退回商品");
        answers.require(
                decision != LeadDecision.REFUSE || reason.isPresent(),
                "refusalReason",
                "REQUIRED",
                "a refusal needs its reason",
                "拒绝必须选择原因");
        answers.require(
                decision != LeadDecision.SEND_BACK || !nothingCame,
                "decision",
                "NOTHING_TO_SEND",
                "nothing came that could be sent back",
                "没有可退回的商品");
        answers.check();
        cases.say(caseNumber, message, reason.orElse(null));
        take(goods, decision, amount.orElse(0L), nothingCame ? most : goods.fullAmount);
        return decision;
    }

    private void take(GoodsReturn goods, LeadDecision decision, long amount, long full) {
        goods.sendAllBack = decision == LeadDecision.SEND_BACK;
        switch (decision) {
            case PAY_IN_FULL -> {
                goods.agreedAmount = full;
                goods.agreedBy = Caller.current().account();
                cases.outcome(goods.caseNumber, null, null);
            }
            case PAY_PART -> {
                goods.agreedAmount = amount;
                goods.agreedBy = Caller.current().account();
                cases.outcome(goods.caseNumber, Outcome.RESOLVED_PARTIAL, Remedy.RETURN_REFUND);
            }
            case SEND_BACK -> cases.outcome(goods.caseNumber, Outcome.SENT_BACK, null);
            default -> cases.outcome(goods.caseNumber, null, null);
        }
        note(goods.caseNumber, "A lead decided: " + decision + ".", "主管决定：" + words(decision) + "。");
    }

    private static String words(LeadDecision decision) {
        return switch (decision) {
            case PAY_IN_FULL -> "全额退款";
            case PAY_PART -> "部分退款";
            case SEND_BACK -> "退回商品";
            case ASK_EVIDENCE -> "请客户补充凭证";
            case REFUSE -> "拒绝退款";
        };
    }

    private void note(String caseNumber, String en, String zh) {
        cases.note(caseNumber, "DECIDED", new Text(en, zh));
    }
}
