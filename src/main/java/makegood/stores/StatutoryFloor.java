package makegood.stores;

import java.util.ArrayList;
import java.util.List;
import makegood.platform.FieldError;
import makegood.platform.Text;

/** What the law of a jurisdiction gives every customer; a store's promises are measured against it. */
class StatutoryFloor {
    private static final Text CN_NO_REASON = new Text(
            "Consumer Protection Law art. 25: at least 7 days to return without a reason", "《消费者权益保护法》第二十五条：七日无理由退货");
    private static final Text CN_QUALITY = new Text(
            "Consumer Protection Law art. 24: at least 7 days to return faulty goods", "《消费者权益保护法》第二十四条：质量问题七日内可退货");
    private static final Text CN_REFUND = new Text(
            "Consumer Protection Law art. 25: refund within 7 days of receiving the goods",
            "《消费者权益保护法》第二十五条：收到退货之日起七日内返还价款");
    private static final Text EU_NO_REASON =
            new Text("Directive 2011/83/EU art. 9: at least 14 days to withdraw", "欧盟指令 2011/83/EU 第 9 条：至少 14 天撤回期");
    private static final Text EU_SEND_BACK = new Text(
            "Directive 2011/83/EU art. 14: at least 14 days to send the goods back",
            "欧盟指令 2011/83/EU 第 14 条：至少 14 天寄回期");
    private static final Text EU_REFUND =
            new Text("Directive 2011/83/EU art. 13: refund within 14 days", "欧盟指令 2011/83/EU 第 13 条：14 天内退款");
    private static final Text EU_WARRANTY = new Text(
            "Directive (EU) 2019/771 art. 10: at least 24 months of conformity", "欧盟指令 (EU) 2019/771 第 10 条：至少 24 个月");

    private final List<FieldError> errors = new ArrayList<>();

    static void check(Jurisdiction jurisdiction, Promises promises, Limits limits) throws BelowStatutoryFloor {
        var floor = new StatutoryFloor();
        switch (jurisdiction) {
            case CN -> floor.china(promises);
            case EU -> floor.europe(promises, limits);
            case ZZ -> {} // no rule set: the shop's own word binds it
        }
        if (!floor.errors.isEmpty()) {
            throw new BelowStatutoryFloor(floor.errors);
        }
    }

    private void china(Promises promises) {
        atLeast("/promises/noReasonDays", promises.noReasonDays(), 7, CN_NO_REASON);
        atLeast("/promises/shopDays", promises.shopDays(), 7, CN_NO_REASON);
        atLeast("/promises/qualityDays", promises.qualityDays(), 7, CN_QUALITY);
        atMost("/promises/promiseDays", promises.promiseDays(), 7, CN_REFUND);
    }

    private void europe(Promises promises, Limits limits) {
        atLeast("/promises/noReasonDays", promises.noReasonDays(), 14, EU_NO_REASON);
        atLeast("/promises/shopDays", promises.shopDays(), 14, EU_NO_REASON);
        atLeast("/promises/warrantyMonths", promises.warrantyMonths(), 24, EU_WARRANTY);
        atMost("/promises/promiseDays", promises.promiseDays(), 14, EU_REFUND);
        atLeast("/limits/sendBackDays", limits.sendBackDays(), 14, EU_SEND_BACK);
    }

    private void atLeast(String pointer, int value, int floor, Text law) {
        if (value < floor) {
            errors.add(new FieldError(pointer, "BELOW_STATUTORY_FLOOR", law));
        }
    }

    private void atMost(String pointer, int value, int ceiling, Text law) {
        if (value > ceiling) {
            errors.add(new FieldError(pointer, "BELOW_STATUTORY_FLOOR", law));
        }
    }
}
