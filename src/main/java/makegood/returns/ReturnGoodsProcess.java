package makegood.returns;

import java.util.ArrayList;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.CustomerWithdrew;
import makegood.cases.Outcome;
import makegood.clocks.ResponseClocks;
import makegood.platform.DepartmentStep;
import makegood.platform.Engine;
import makegood.platform.RuleStep;
import makegood.platform.Text;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The steps of return-goods.bpmn. */
@Configuration(proxyBeanMethods = false)
class ReturnGoodsProcess {
    private final Returns returns;
    private final ReturnFacts facts;
    private final Settlement settlement;
    private final Inspection inspection;
    private final Cases cases;
    private final ResponseClocks responses;
    private final Engine engine;

    ReturnGoodsProcess(
            Returns returns,
            ReturnFacts facts,
            Settlement settlement,
            Inspection inspection,
            Cases cases,
            ResponseClocks responses,
            Engine engine) {
        this.returns = returns;
        this.facts = facts;
        this.settlement = settlement;
        this.inspection = inspection;
        this.cases = cases;
        this.responses = responses;
        this.engine = engine;
    }

    @Bean
    ExecutionListener returnRequested() {
        return start -> {
            returns.begin(start.getProcessBusinessKey());
            start.setVariable("procedureChanged", false);
        };
    }

    @Bean
    RuleStep decideReturnEligibility() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                return facts.eligibility(cases.get(x.getProcessBusinessKey()));
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var caseNumber = x.getProcessBusinessKey();
                var goods = returns.get(caseNumber);
                goods.verdict = (String) result.get("verdict");
                goods.lane = (String) result.get("lane");
                boolean approved = "AUTO_APPROVE".equals(goods.verdict);
                x.setVariable("approvedByRule", approved);
                if (approved) {
                    goods.decidedBy = "rule";
                    responses.answered(caseNumber, null); // the customer gets the answer itself, not a receipt
                    cases.note(caseNumber, "DECIDED", new Text("Return approved by rule.", "规则自动同意退货。"));
                }
            }
        };
    }

    @Bean
    RuleStep decideFreight() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                var caseNumber = x.getProcessBusinessKey();
                return facts.freight(cases.get(caseNumber), returns.get(caseNumber), "NONE");
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var goods = returns.get(x.getProcessBusinessKey());
                goods.returnFreight = (String) result.get("returnFreight");
                goods.refundOutbound = (String) result.get("refundOutbound");
            }
        };
    }

    @Bean
    DepartmentStep agreeAtMarketplace() {
        return x -> {
            var c = cases.get(x.getProcessBusinessKey());
            var payload = GoodsBackProcess.order(returns.get(c.caseNumber()));
            payload.put("platformCase", c.platformCase());
            return payload;
        };
    }

    @Bean
    ExecutionListener parcelLost() {
        return end -> settlement.settleLost(end.getProcessBusinessKey());
    }

    @Bean
    ExecutionListener returnRefunded() {
        return end -> inspection.countReturned(end.getProcessBusinessKey());
    }

    @Bean
    DepartmentStep bookReturnedGoods(BookReturn book, ShelfCorrections corrections) {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var caseNumber = x.getProcessBusinessKey();
                var goods = returns.get(caseNumber);
                var payload = GoodsBackProcess.order(goods);
                var lines = new ArrayList<Map<String, Object>>();
                if (!goods.sendAllBack && !goods.booked) {
                    lines.addAll(corrections.found(caseNumber));
                    lines.addAll(inspection.toBook(caseNumber));
                }
                payload.put("lines", lines);
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                book.writtenOff(x.getProcessBusinessKey());
            }
        };
    }

    @Bean
    DepartmentStep sendGoodsBack() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var goods = returns.get(caseNumber);
            return sendBack(caseNumber, goods, goods.sendAllBack);
        };
    }

    @Bean
    DepartmentStep sendWithdrawnGoods() {
        return x -> sendBack(x.getProcessBusinessKey(), returns.get(x.getProcessBusinessKey()), true);
    }

    private Map<String, Object> sendBack(String caseNumber, GoodsReturn goods, boolean all) {
        var payload = GoodsBackProcess.order(goods);
        payload.put("purpose", "SEND_BACK");
        payload.put("lines", inspection.toSendBack(caseNumber, all));
        if (all) {
            goods.goodsWithUs = false;
        }
        return payload;
    }

    @Bean
    JavaDelegate noteWithdrawal() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.outcome(caseNumber, Outcome.WITHDRAWN, null);
            cases.note(caseNumber, "WITHDRAWN", new Text("The request was withdrawn.", "申请已撤销。"));
        };
    }

    /** An exchange whose goods are accepted and being booked has nothing left to send back. */
    private boolean onTheShelf(String caseNumber) {
        var goods = returns.get(caseNumber);
        return goods != null && goods.booked && engine.runs("check-exchanged-goods", caseNumber);
    }

    /** Each procedure undoes its own: goods on their way first, else the return as a whole; a refund under way answers for itself. */
    @EventListener
    @Order(20)
    void on(CustomerWithdrew fact) {
        if (fact.used().declined()) {
            return;
        }
        if (onTheShelf(fact.caseNumber())) {
            fact.used().decline();
            cases.note(
                    fact.caseNumber(),
                    "WITHDRAWAL_TOO_LATE",
                    new Text("The goods are accepted already; the exchange runs to its end.", "商品已验收入库，换货将继续完成，无法撤销。"));
            return;
        }
        int withdrawn = engine.correlateIn("goods-back", fact.caseNumber(), CustomerWithdrew.class)
                + engine.correlateIn("check-exchanged-goods", fact.caseNumber(), CustomerWithdrew.class);
        if (withdrawn == 0) {
            var goods = returns.get(fact.caseNumber());
            withdrawn = engine.correlateIn(
                    "return-goods",
                    fact.caseNumber(),
                    CustomerWithdrew.class,
                    Map.of("goodsWithUs", goods != null && goods.goodsWithUs));
        }
        fact.used().when(withdrawn);
    }
}
