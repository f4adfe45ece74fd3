package makegood.refunds;

import java.util.Date;
import java.util.Set;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.KeptGoods;
import makegood.cases.PlatformDeadline;
import makegood.cases.PlatformDeadlineMoved;
import makegood.cases.Reason;
import makegood.cases.ReviewDecision;
import makegood.cases.ReviewOffers;
import makegood.cases.UndoneCharge;
import makegood.orders.Order;
import makegood.orders.OrderState;
import makegood.orders.Orders;
import makegood.platform.Caller;
import makegood.platform.Engine;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of review-refund.bpmn: a refund without the goods is always looked at by a person. */
@Configuration(proxyBeanMethods = false)
class ReviewRefundProcess {
    private static final Set<String> KEPT = Set.of("QUALITY", "GOODWILL");

    private final Cases cases;
    private final Orders orders;
    private final RefundLimits limits;
    private final ReviewOffers offers;
    private final KeptGoods kept;
    private final UndoneCharge undone;
    private final Engine engine;

    ReviewRefundProcess(
            Cases cases,
            Orders orders,
            RefundLimits limits,
            ReviewOffers offers,
            KeptGoods kept,
            UndoneCharge undone,
            Engine engine) {
        this.cases = cases;
        this.orders = orders;
        this.limits = limits;
        this.offers = offers;
        this.kept = kept;
        this.undone = undone;
        this.engine = engine;
    }

    @Bean
    ExecutionListener refundToReview() {
        return start -> start.setVariable(
                "decideBy", Date.from(PlatformDeadline.decideBy(cases.get(start.getProcessBusinessKey()))));
    }

    @Bean
    UserTaskStep reviewRefundRequest() {
        return (task, answers) -> {
            var c = cases.get(task.getExecution().getProcessBusinessKey());
            long most = limits.most(c);
            long asked = c.requestedAmount() == null ? most : Math.min(most, c.requestedAmount());
            var amount = answers.amount("approvedAmount").orElse(asked);
            var answer = offers.read(answers, c, amount);
            var decision = answer.review().decision();
            boolean approved = decision == ReviewDecision.APPROVE;
            answers.require(
                    !approved && decision != ReviewDecision.CHANGE_AMOUNT || amount > 0 && amount <= most,
                    "approvedAmount",
                    "OUT_OF_RANGE",
                    most == 0 ? limits.why(c).en() : "from 1 to " + most,
                    most == 0 ? limits.why(c).zh() : "须为 1 到 " + most);
            answers.require(
                    !approved && decision != ReviewDecision.CHANGE_AMOUNT || !leavesDanger(c, amount),
                    "approvedAmount",
                    "GOODS_COME_BACK",
                    "dangerous goods come back: offer a return, or a part of the price",
                    "存在安全隐患的商品须退回：请改为退货退款，或只退部分金额");
            answers.check();
            task.setVariable("reviewDecision", offers.keep(c, answer));
            if (approved || decision == ReviewDecision.CHANGE_AMOUNT) {
                due(c, amount, Caller.current().account());
            }
        };
    }

    /** What the customer has agreed to holds from here on: the amount is due already, another procedure is run by the root. */
    @Bean
    JavaDelegate takeRefundOffer() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var taken = offers.outcome(caseNumber, ReviewOffers.OTHER_AGREED.equals(x.getVariable("reviewDecision")));
            x.setVariable("refundOffer", taken);
            if (taken.equals("CHANGED")) {
                x.setVariable("procedure", cases.get(caseNumber).kind().name());
                x.setVariable("procedureChanged", true);
            }
        };
    }

    @Bean
    JavaDelegate agreeRefundByTimeLimit() {
        return x -> {
            var c = cases.get(x.getProcessBusinessKey());
            long most = limits.most(c);
            due(c, c.requestedAmount() == null ? most : Math.min(most, c.requestedAmount()), null);
            cases.note(
                    c.caseNumber(),
                    "DECIDED",
                    new Text(
                            "Agreed by time limit, before the platform decides. Actor: clock.",
                            "已到时限，在平台自动处理前默认同意。操作者：时钟。"));
        };
    }

    /** Above the small share that an agent may leave the approval table asks a second person; dangerous goods come back. */
    private boolean leavesDanger(CaseFacts c, long amount) {
        if (amount == 0 || c.reason() != Reason.SAFETY_HAZARD) {
            return false;
        }
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        return kept.leaveDearGoods(c, order, limits.shares(c, order, amount));
    }

    private void due(CaseFacts c, long amount, String setBy) {
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        cases.due(c.caseNumber(), limits.shares(c, order, amount), 0);
        undone.is(c.caseNumber(), limits.payment(c, order));
        var lane = lane(c.reason(), order);
        cases.ground(c.caseNumber(), lane, false, setBy);
        if (KEPT.contains(lane)) {
            cases.tellLater(
                    c.caseNumber(),
                    java.util.Map.of(
                            "keepText",
                            "zh".equals(c.language())
                                    ? "商品由您留用，无需寄回。"
                                    : "You keep the goods; nothing needs to be sent back."));
        }
    }

    private static String lane(Reason reason, Order order) {
        if (order.state() == OrderState.PAID || order.state() == OrderState.PICKING) {
            return "NOT_SHIPPED";
        }
        return switch (reason.reasonClass()) {
            case "Q", "D", "S" -> "QUALITY";
            case "L" -> "TRANSPORT";
            case "X" -> "SAFETY";
            case "P" -> reason == Reason.DUPLICATE_PAYMENT || reason == Reason.PAID_NO_ORDER ? "PAYMENT" : "SHOP";
            default -> "GOODWILL";
        };
    }

    @EventListener
    void on(PlatformDeadlineMoved fact) {
        var decideBy = PlatformDeadline.decideBy(cases.get(fact.caseNumber()));
        fact.used().when(engine.moveTimers(fact.caseNumber(), "Event_PlatformAboutToRefund", decideBy));
    }
}
