package makegood.cases;

import java.util.HashMap;
import java.util.Map;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Text;
import makegood.stores.Stores;
import org.springframework.stereotype.Component;

/** Which procedure serves the case: the facts for the table, and a person's word where the table is not sure. */
@Component
class Triage {
    private final Cases cases;
    private final Orders orders;
    private final OpenCases open;
    private final Stores stores;

    Triage(Cases cases, Orders orders, OpenCases open, Stores stores) {
        this.cases = cases;
        this.orders = orders;
        this.open = open;
        this.stores = stores;
    }

    /** Inputs of {@code triage} (rules.md 4.1). */
    Map<String, Object> facts(String caseNumber) {
        var c = cases.row(caseNumber);
        var order = c.orderNumber == null
                ? null
                : orders.find(c.store, c.orderNumber).orElse(null);
        var facts = new HashMap<String, Object>();
        facts.put("safety", c.reason == Reason.SAFETY_HAZARD);
        facts.put("origin", c.origin);
        facts.put("orderState", stateOf(order));
        facts.put("kindAsked", c.askedKind == null ? "UNKNOWN" : c.askedKind.name());
        facts.put("reason", c.reason.name());
        facts.put("reasonClass", c.reason.reasonClass());
        facts.put("attemptsOver", attemptsOver(c));
        return facts;
    }

    /** Whether a line has been asked about more often than the platform allows, this time and closed cases included. */
    private boolean attemptsOver(AfterSalesCase c) {
        if (c.orderNumber == null) {
            return false;
        }
        int most = open.requestsOfOneLine(c.store, c.orderNumber, c.caseNumber);
        boolean over = most > stores.known(c.store).limits().attemptsPerLine();
        if (over) {
            cases.note(
                    c.caseNumber,
                    "ATTEMPTS",
                    new Text(
                            "Request " + most
                                    + " for one line: more than the platform takes. A person decides how to serve it.",
                            "同一商品行第 " + most + " 次申请，已超过平台次数，由人工决定如何处理。"));
        }
        return over;
    }

    /** What the table wants beside the procedure is told to whoever works on the case. */
    void beside(String caseNumber, String beside) {
        if (!"NONE".equals(beside)) {
            var kind = CaseKind.valueOf(beside).text();
            cases.note(
                    caseNumber,
                    "BESIDE",
                    new Text("To be looked at beside it: " + kind.en() + ".", "同时需关注：" + kind.zh() + "。"));
        }
    }

    private static String stateOf(Order order) {
        return order == null ? "NOT_FOUND" : order.state().name();
    }

    CaseKind decided(String caseNumber, Answers answers) throws BusinessRefusal {
        var procedure = answers.required("procedure", CaseKind.class);
        answers.require(
                !answers.has("procedure") || procedure.served(),
                "procedure",
                "PROCEDURE_NOT_SERVED",
                "this procedure is not served yet; choose one of "
                        + CaseKind.servedWords().en(),
                "暂不支持该流程；可选：" + CaseKind.servedWords().zh());
        var wish =
                new OtherProcedure(procedure, answers.text("wantedSku", 64), answers.trackingNumber("trackingNumber"));
        var reason = answers.optional("reason", Reason.class);
        var c = cases.row(caseNumber);
        answers.require(
                procedure == CaseKind.INQUIRY
                        || c.orderNumber != null
                        || procedure == CaseKind.REVIEW && c.reviewId != null,
                "procedure",
                "ORDER_NEEDED",
                "without an order only a question can be answered",
                "没有订单时只能按咨询处理");
        answers.require(
                procedure != CaseKind.REVIEW || c.reviewId != null,
                "procedure",
                "REVIEW_NEEDED",
                "the case is about no review",
                "本案没有对应的评价");
        answers.check();
        wish.take(cases, caseNumber);
        reason.ifPresent(r -> c.reason = r);
        cases.note(
                caseNumber,
                "TRIAGED",
                new Text(
                        "Triage: " + procedure.text().en() + ".",
                        "分诊：" + procedure.text().zh() + "。"));
        return procedure;
    }
}
