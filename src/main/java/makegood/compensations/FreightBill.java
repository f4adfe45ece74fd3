package makegood.compensations;

import java.util.ArrayList;
import makegood.cases.CaseFacts;
import makegood.cases.Evidence;
import makegood.cases.ReturnFreightAsked;
import makegood.orders.Orders;
import makegood.platform.Answers;
import makegood.platform.Money;
import makegood.stores.Stores;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The customer has paid the way back of a return whose freight is ours, and shows the bill: paid once, up to the shop's limit
 * (R5 of the shop's figures). It is no compensation: neither the budget nor a grade stands in the way.
 */
@Component
class FreightBill {
    private final Compensations compensations;
    private final Evidence evidence;
    private final Orders orders;
    private final Stores stores;
    private final ApplicationEventPublisher events;

    FreightBill(
            Compensations compensations,
            Evidence evidence,
            Orders orders,
            Stores stores,
            ApplicationEventPublisher events) {
        this.compensations = compensations;
        this.evidence = evidence;
        this.orders = orders;
        this.stores = stores;
        this.events = events;
    }

    /** The case of the return whose freight is paid; notes on the answers why it is not. */
    String check(CaseFacts c, long amount, Answers answers) {
        long most = stores.known(c.store()).limits().freightBill();
        answers.require(
                amount <= most,
                "amount",
                "OUT_OF_RANGE",
                "a freight bill is paid up to " + Money.plain(most),
                "运费凭单最多赔付 " + Money.plain(most));
        answers.require(
                evidence.has(c.caseNumber(), "PAYMENT_RECORD"),
                "type",
                "BILL_MISSING",
                "add the customer's bill as evidence (payment record)",
                "请先上传客户的运费支付记录");
        var ours = returned(c);
        answers.require(
                ours != null,
                "type",
                "FREIGHT_NOT_OURS",
                "no return of this order came back at our cost",
                "该订单没有由我方承担运费的退货");
        answers.require(
                ours == null || !ours.labelled(),
                "type",
                "LABEL_GIVEN",
                "we gave a label for this return: the customer had nothing to pay",
                "该退货已提供面单，客户无需付运费");
        answers.require(
                ours == null || !compensations.freightPaid(ours.caseNumber()),
                "type",
                "ALREADY_PAID",
                "the freight of this return is paid, or under way",
                "该退货的运费已赔付或正在赔付");
        return ours == null ? null : ours.caseNumber();
    }

    /** Two requests for the same bill take turns. */
    private ReturnFreightAsked.Ours returned(CaseFacts c) {
        if (c.orderNumber() == null) {
            return null;
        }
        orders.lock(c.store(), c.orderNumber());
        var asked = new ReturnFreightAsked(c.store(), c.orderNumber(), new ArrayList<>());
        events.publishEvent(asked);
        return asked.found().stream()
                .filter(o -> !o.labelled() && !compensations.freightPaid(o.caseNumber()))
                .findFirst()
                .orElse(asked.found().isEmpty() ? null : asked.found().get(0));
    }
}
