package makegood.journeys;

import java.util.LinkedHashMap;
import java.util.Map;

/** A sale and the customer's wish for compensation, and what people do about it. */
record Compensated(Sale sale, PlayedCase played) {
    static final String PROPOSE = "Task_ProposeCompensation";
    static final String APPROVE = "Task_ApproveCompensation";
    static final String PREPARE = "Task_PrepareCompensationPayOut";
    static final Map<String, Object> YES = Map.of("decision", "APPROVE");

    /** One piece of 13900, paid by WECHAT, signed three days ago. */
    static Compensated wanted(Shop shop) {
        return wanted(
                shop, shop.sale().line("FD-02", 1, 13900).paid("WECHAT", 13900).signed(3));
    }

    static Compensated wanted(Shop shop, Sale sale) {
        shop.sold(sale);
        return again(shop, sale, "agent");
    }

    static Compensated again(Shop shop, Sale sale, String account) {
        var request = Shop.request(sale, "COMPENSATION", "QUALITY_DEFECT", "1:1", "粉底液漏了半瓶,包装太差");
        return new Compensated(sale, shop.opened(account, request));
    }

    static Map<String, Object> proposal(String type, long amount) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", type);
        fields.put("amount", amount);
        fields.put("reasonText", "包装破损，漏了半瓶");
        fields.put("messageToCustomer", "给您添麻烦了");
        return fields;
    }

    void proposes(String account, String type, long amount) {
        played.completes(account, PROPOSE, proposal(type, amount));
    }

    /** What was really done at a department, not counting repetitions. */
    long done(String topic) {
        return played.calls(topic).stream()
                .filter(c -> c.at("/effect").asBoolean())
                .count();
    }

    long sum(String name) {
        return played.show().at("/money/" + name + "/amount").asLong();
    }
}
