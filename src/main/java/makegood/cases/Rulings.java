package makegood.cases;

import java.util.Map;
import java.util.TreeMap;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What follows from the platform's ruling in money: it is paid once, and what the case has paid already counts. */
@Component
public class Rulings {
    enum Carry {
        PAY,
        NOTE_ONLY
    }

    private final Disputes disputes;
    private final Cases cases;
    private final CaseValue value;
    private final Orders orders;
    private final ApplicationEventPublisher events;

    Rulings(Disputes disputes, Cases cases, CaseValue value, Orders orders, ApplicationEventPublisher events) {
        this.disputes = disputes;
        this.cases = cases;
        this.value = value;
        this.orders = orders;
        this.events = events;
    }

    /** Fields {@code decision}, {@code amount} (minor units; the platform's own when empty), {@code disputeNote}. True when money is to go out. */
    boolean decided(String caseNumber, Answers answers) throws BusinessRefusal {
        var decision = answers.required("decision", Carry.class);
        var given = answers.amount("amount");
        var note = answers.text("disputeNote", Answers.MESSAGE_MAX);
        var dispute = disputes.latest(caseNumber).orElseThrow();
        boolean pay = decision == Carry.PAY;
        answers.require(
                !pay || dispute.weOwe(),
                "decision",
                "NOTHING_TO_PAY",
                "the ruling leaves nothing for us to pay: it is for the seller, or the platform has paid or taken it",
                "裁决无需我方付款：判商家，或平台已付、已划扣");
        long most = dispute.amount() == null ? value.of(caseNumber) : dispute.amount();
        long amount = given.orElse(most);
        answers.require(
                !pay || amount > 0 && amount <= most,
                "amount",
                "OUT_OF_RANGE",
                "from 1 to " + most + ", what the platform ruled",
                "须为 1 到 " + most + "（裁决金额）");
        answers.check();
        disputes.decided(caseNumber, pay ? amount : null);
        cases.note(caseNumber, "DISPUTE", words(pay, amount, note));
        return pay && toPay(caseNumber) > 0;
    }

    private static Text words(boolean pay, long amount, String note) {
        var sum = Money.plain(amount);
        return pay
                ? new Text("By the ruling the customer gets " + sum + ". " + note, "按裁决客户应得 " + sum + "。" + note)
                : new Text("The ruling is noted, we pay nothing for it. " + note, "裁决仅作记录，我方不另付款。" + note);
    }

    /** What is still to go out: what was decided, less what the case has paid and is paying. Minor units. */
    private long toPay(String caseNumber) {
        var decided = disputes.latest(caseNumber).orElseThrow().payAmount();
        return decided == null ? 0 : Math.max(0, decided - disputes.paidOrPending(caseNumber));
    }

    /** By order line what is still to go out, never more than is left of a line; the case's lines first, then freight. */
    public Map<Integer, Long> due(String caseNumber, Order order) {
        long rest = toPay(caseNumber);
        var due = new TreeMap<Integer, Long>();
        for (var line : cases.lines(caseNumber)) {
            long share =
                    Math.min(rest, order.line(line.line()).map(l -> l.left()).orElse(0L));
            due.put(line.line(), share);
            rest -= share;
        }
        due.put(Cases.FREIGHT, Math.min(rest, order.freightPaid() - order.freightRefunded() - order.freightHeld()));
        return due;
    }

    /** The lead sees what was ruled, and what the case has paid towards it. */
    @EventListener
    void on(CaseShown shown) {
        if (shown.element().equals("Task_CarryOutRuling")) {
            disputes.latest(shown.caseNumber()).filter(Disputes.Dispute::weOwe).ifPresent(d -> {
                shown.proposal().put("refundAmount", d.amount() == null ? value.of(shown.caseNumber()) : d.amount());
                shown.proposal().put("leftToRefund", value.of(shown.caseNumber()));
            });
        }
    }

    /** Whether we have paid by a ruling. */
    public boolean paid(String caseNumber) {
        return disputes.latest(caseNumber).map(Disputes.Dispute::payAmount).isPresent();
    }

    /** Who confirmed the ruling: the one who asked for the money. */
    public String confirmedBy(String caseNumber) {
        return disputes.latest(caseNumber).orElseThrow().decidedBy();
    }

    void carriedOut(String caseNumber) {
        var dispute = disputes.latest(caseNumber).orElseThrow();
        var c = cases.get(caseNumber);
        var order = c.orderNumber() == null
                ? null
                : orders.find(c.store(), c.orderNumber()).orElse(null);
        events.publishEvent(new RulingCarriedOut(
                caseNumber,
                dispute.seq(),
                dispute.ruling(),
                dispute.paidBy(),
                dispute.amount() == null ? 0 : dispute.amount(),
                order == null ? c.currency() : order.currency()));
        cases.note(
                caseNumber,
                "DISPUTE",
                new Text(
                        "Ruling carried out: "
                                + dispute.ruling().outcome().text().en() + ".",
                        "裁决已执行：" + dispute.ruling().outcome().text().zh() + "。"));
    }
}
