package makegood.returns;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.cases.Cases;
import makegood.platform.DepartmentStep;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of goods-back.bpmn: goods on their way back to the warehouse, or not. */
@Configuration(proxyBeanMethods = false)
class GoodsBackProcess {
    private static final String WAIT = "SEND_BACK";

    private final Returns returns;
    private final Cases cases;
    private final Inspection inspection;
    private final ReturnParcels parcels;
    private final Clock clock;

    GoodsBackProcess(Returns returns, Cases cases, Inspection inspection, ReturnParcels parcels, Clock clock) {
        this.returns = returns;
        this.cases = cases;
        this.inspection = inspection;
        this.parcels = parcels;
        this.clock = clock;
    }

    @Bean
    ExecutionListener returnAgreed() {
        return start -> {
            var caseNumber = start.getProcessBusinessKey();
            boolean replaced = Boolean.TRUE.equals(start.getVariable("replacementSent"));
            boolean here = !replaced && returns.inspected(caseNumber);
            start.setVariable("goodsHereAlready", here);
            if (here) {
                return;
            }
            var goods = begun(start);
            var days = patience(goods, replaced);
            var by = goods.agreedAt.plus(Duration.ofDays(days.get(days.size() - 1)));
            cases.waitForCustomer(caseNumber, WAIT, by);
            cases.tellLater(
                    caseNumber,
                    Map.of(
                            "sendBackBy",
                            by.atZone(returns.store(goods.store).zone())
                                    .toLocalDate()
                                    .toString()));
            start.setVariable("returnParcelSent", false);
            start.setVariable("returnParcelArrived", false);
        };
    }

    /** A return has its row already; an exchange says on which ground the goods come, and who pays their way. */
    private GoodsReturn begun(DelegateExecution start) {
        var goods = returns.begin(start.getProcessBusinessKey());
        if (start.getVariable("returnFreight") instanceof String freight) {
            goods.returnFreight = freight;
            goods.lane = (String) start.getVariable("returnLane");
        }
        goods.agreedAt = clock.instant();
        goods.reminders = 0;
        return goods;
    }

    @Bean
    DepartmentStep authoriseReturn(BookReturn book) {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var caseNumber = x.getProcessBusinessKey();
                var goods = returns.get(caseNumber);
                var payload = order(goods);
                payload.put("returnFreight", goods.returnFreight);
                payload.put("lines", announced(caseNumber));
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                var caseNumber = x.getProcessBusinessKey();
                var goods = returns.get(caseNumber);
                goods.rma = (String) values.get("rma");
                book.label(caseNumber, values);
                var address = (String) values.get("returnAddress");
                var own = returns.store(goods.store).returnAddress();
                cases.tellLater(
                        caseNumber,
                        Map.of(
                                "rma", goods.rma == null ? caseNumber : goods.rma,
                                "returnAddress", own != null && !own.isBlank() ? own : address == null ? "" : address));
                if (goods.rma != null) {
                    cases.findable(caseNumber, goods.rma);
                }
            }
        };
    }

    private List<Map<String, Object>> announced(String caseNumber) {
        return returns.lines(caseNumber).stream()
                .map(l -> Map.<String, Object>of("line", l.lineNumber, "sku", l.sku, "quantity", l.announced))
                .toList();
    }

    static Map<String, Object> order(GoodsReturn goods) {
        var payload = new HashMap<String, Object>();
        payload.put("orderNumber", goods.orderNumber);
        payload.put("rma", goods.rma);
        return payload;
    }

    /** Asks before every wait whether the parcel is already on its way, and plans the next reminder or the end. */
    @Bean
    JavaDelegate lookForReturnParcel() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.lock(caseNumber);
            boolean sent = !parcels.of(caseNumber).isEmpty();
            x.setVariable("returnParcelSent", sent);
            if (!sent) {
                var goods = returns.get(caseNumber);
                var days = patience(goods, Boolean.TRUE.equals(x.getVariable("replacementSent")));
                x.setVariable(
                        "sendBackBy",
                        Date.from(goods.agreedAt.plus(
                                Duration.ofDays(days.get(Math.min(goods.reminders, days.size() - 1))))));
                x.setVariable("remindAgain", goods.reminders < days.size() - 1);
                goods.reminders++;
            }
        };
    }

    /** Days of the reminders, and of the end of waiting; longer where the customer has the new goods already. */
    private List<Integer> patience(GoodsReturn goods, boolean replaced) {
        var limits = returns.store(goods.store).limits();
        var days = new ArrayList<>(replaced ? limits.exchanges().reminderDays() : limits.reminderDays());
        days.add(replaced ? limits.exchanges().chargeDays() : limits.sendBackDays());
        return days;
    }

    @Bean
    JavaDelegate lookForDelivery() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.lock(caseNumber);
            cases.waitOver(caseNumber, WAIT);
            var goods = returns.get(caseNumber);
            var known = parcels.of(caseNumber);
            boolean arrived = known.stream().anyMatch(ReturnParcels.Parcel::arrived);
            x.setVariable("returnParcelSent", true);
            x.setVariable("returnParcelArrived", arrived);
            x.setVariable("partInspected", known.stream().anyMatch(p -> p.inspectedAt() != null));
            if (!arrived) {
                boolean allLost = known.stream().noneMatch(ReturnParcels.Parcel::onTheWay);
                int days = allLost ? 0 : returns.store(goods.store).limits().parcelDueDays();
                x.setVariable("returnParcelDue", Date.from(clock.instant().plus(Duration.ofDays(days))));
            }
        };
    }

    @Bean
    UserTaskStep inspectReturnedGoods(BookReturn book) {
        return (task, answers) -> {
            var caseNumber = task.getExecution().getProcessBusinessKey();
            task.setVariable("moreOnTheWay", inspection.record(caseNumber, answers));
            book.arrived(caseNumber);
        };
    }

    @Bean
    ExecutionListener goodsInspected() {
        return end -> inspection.countLost(end.getProcessBusinessKey());
    }

    @Bean
    ExecutionListener restLost() {
        return end -> inspection.countLost(end.getProcessBusinessKey());
    }

    @Bean
    DepartmentStep revokeReturn() {
        return revocation();
    }

    @Bean
    DepartmentStep revokeWithdrawnReturn() {
        return revocation();
    }

    private DepartmentStep revocation() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.waitOver(caseNumber, WAIT);
            var known = parcels.of(caseNumber);
            x.setVariable("returnParcelSent", !known.isEmpty());
            x.setVariable("returnParcelArrived", known.stream().anyMatch(p -> p.deliveredAt() != null));
            var goods = returns.get(caseNumber);
            int days = returns.store(goods.store).limits().parcelDueDays();
            x.setVariable("withdrawnParcelDue", Date.from(clock.instant().plus(Duration.ofDays(days))));
            return order(goods);
        };
    }

    @Bean
    DepartmentStep sendParcelBack() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var payload = order(returns.get(caseNumber));
            payload.put("purpose", "SEND_BACK");
            payload.put("lines", announced(caseNumber));
            return payload;
        };
    }
}
