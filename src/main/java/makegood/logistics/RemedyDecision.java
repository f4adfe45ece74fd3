package makegood.logistics;

import java.util.Map;
import java.util.TreeMap;
import makegood.cases.Cases;
import makegood.cases.KeptGoods;
import makegood.orders.Line;
import makegood.orders.Order;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/**
 * What agent and customer choose. Fields {@code remedy}, {@code agreed}, {@code messageToCustomer}, per line
 * {@code quantity_n} (pieces; what is affected when nothing is said) and for a part refund {@code amount_n} (minor units).
 */
@Component
class RemedyDecision {
    private final Troubles troubles;
    private final TroubleFacts facts;
    private final Cases cases;
    private final KeptGoods kept;

    RemedyDecision(Troubles troubles, TroubleFacts facts, Cases cases, KeptGoods kept) {
        this.troubles = troubles;
        this.facts = facts;
        this.cases = cases;
        this.kept = kept;
    }

    /** Pieces and money of one line, as chosen. */
    private record Share(int pieces, long amount) {}

    /** True when the customer has agreed already. */
    boolean taken(String caseNumber, Answers answers) throws BusinessRefusal {
        var remedy = answers.required("remedy", RemedyChoice.class);
        var agreed = answers.flag("agreed");
        answers.require(
                agreed.isPresent() || answers.has("agreed"),
                "agreed",
                "REQUIRED",
                "has the customer agreed?",
                "客户是否已同意？");
        var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
        possible(caseNumber, remedy, answers);
        var order = troubles.order(cases.get(caseNumber));
        var shares = new TreeMap<Integer, Share>();
        for (var line : troubles.lines(caseNumber)) {
            shares.put(line.lineNumber, share(line, remedy, order, answers));
        }
        long sum = shares.values().stream().mapToLong(Share::amount).sum();
        answers.require(
                !remedy.replacesParcel()
                        || shares.values().stream()
                                .anyMatch(s -> s.pieces() > 0 && (s.amount() > 0 || !remedy.refunds())),
                "quantity",
                "REQUIRED",
                "at least one piece or an amount",
                "至少一件或填写金额");
        answers.check();
        var trouble = troubles.get(caseNumber);
        trouble.remedy = remedy;
        trouble.decidedBy = Caller.current().account();
        for (var line : troubles.lines(caseNumber)) {
            var share = shares.get(line.lineNumber);
            line.affected = share.pieces();
            line.amount = share.amount();
        }
        cases.say(caseNumber, message, null);
        var words = words(remedy, sum);
        cases.note(caseNumber, "REMEDY", new Text("Remedy: " + words.en() + ".", "补救方式：" + words.zh() + "。"));
        return agreed.orElseThrow();
    }

    private void possible(String caseNumber, RemedyChoice remedy, Answers answers) {
        var kind = facts.kind(caseNumber);
        answers.require(
                remedy != RemedyChoice.WAIT_AND_WATCH || kind.route().equals("TRANSIT") && kind != ExceptionKind.LOST,
                "remedy",
                "NOTHING_TO_WAIT_FOR",
                "there is no parcel to wait for",
                "没有可等待的包裹");
        answers.require(
                !remedy.takesGoodsBack() || kind.route().equals("CONTENTS"),
                "remedy",
                "NOTHING_TO_SEND_BACK",
                "the customer has no goods to send back",
                "客户手上没有可退回的商品");
        answers.require(
                remedy != RemedyChoice.CANCEL_ORDER
                        || troubles.order(cases.get(caseNumber)).payments().isEmpty(),
                "remedy",
                "ORDER_IS_PAID",
                "the order is paid: refund it",
                "订单已付款，请退款");
    }

    private Share share(TroubleLine line, RemedyChoice remedy, Order order, Answers answers) {
        var bought = order.line(line.lineNumber).orElseThrow();
        int pieces = remedy == RemedyChoice.REFUND_FULL ? line.quantity : line.affected;
        int most = remedy == RemedyChoice.RESEND ? Math.min(line.quantity, bought.owedPieces()) : line.quantity;
        var field = "quantity_" + line.lineNumber;
        pieces = answers.quantity(field).orElse(Math.min(pieces, most));
        answers.require(pieces <= most, field, "OUT_OF_RANGE", "at most " + most, "最多 " + most + " 件");
        if (!remedy.refunds() || pieces > most) {
            return new Share(pieces, 0);
        }
        long full = Math.min(bought.shareOf(pieces), bought.left());
        var named = "amount_" + line.lineNumber;
        long amount =
                remedy == RemedyChoice.REFUND_PARTIAL ? answers.amount(named).orElse(full) : full;
        long rest = Math.min(bought.shareOf(line.quantity), bought.left());
        answers.require(
                amount <= rest, named, "OUT_OF_RANGE", "at most " + Money.plain(rest), "最多 " + Money.plain(rest));
        answers.require(
                amount < full || pieces == 0 || mayKeepGoods(line.caseNumber, bought),
                "remedy",
                "GOODS_COME_BACK",
                "for the full price these goods come back: choose RETURN_REFUND, or a part of the price",
                "全额退款须退回商品：请选择退货退款，或只退部分金额");
        return new Share(pieces, amount);
    }

    /** Goods that the customer has stay with them up to a small share per piece (R10); what never came cannot come back. */
    private boolean mayKeepGoods(String caseNumber, Line line) {
        var kind = facts.kind(caseNumber);
        boolean inHand = kind == ExceptionKind.DAMAGED || kind == ExceptionKind.WRONG_GOODS;
        return !inHand || kept.mayStay(cases.get(caseNumber), line);
    }

    /** As the customer reads it. */
    static Text words(RemedyChoice remedy, long sum) {
        if (!remedy.refunds()) {
            return remedy.words();
        }
        return new Text(
                remedy.words().en() + " of " + Money.plain(sum), remedy.words().zh() + " " + Money.plain(sum));
    }

    /** What is refunded per line; the freight of the order only when all of it is undone and the fault is not the customer's. */
    Map<Integer, Long> amounts(String caseNumber) {
        var amounts = new TreeMap<Integer, Long>();
        troubles.lines(caseNumber).forEach(l -> amounts.put(l.lineNumber, l.amount));
        return amounts;
    }

    long freight(String caseNumber, Map<Integer, Long> amounts) {
        var c = cases.get(caseNumber);
        var order = troubles.order(c);
        boolean all =
                order.lines().stream().allMatch(l -> l.left() == 0 || amounts.getOrDefault(l.line(), 0L) >= l.left());
        boolean ours = !"CUSTOMER".equals(c.atFault());
        return all && ours ? order.freightPaid() - order.freightRefunded() - order.freightHeld() : 0;
    }
}
