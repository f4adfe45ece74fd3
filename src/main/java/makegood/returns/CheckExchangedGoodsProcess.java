package makegood.returns;

import java.util.ArrayList;
import java.util.Map;
import makegood.cases.Cases;
import makegood.platform.DepartmentStep;
import makegood.platform.RuleStep;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of check-exchanged-goods.bpmn: whether what came back allows the exchange, and what becomes of it. */
@Configuration(proxyBeanMethods = false)
class CheckExchangedGoodsProcess {
    private final Returns returns;
    private final ReturnFacts facts;
    private final ExchangedGoods exchanged;
    private final Inspection inspection;
    private final Cases cases;

    CheckExchangedGoodsProcess(
            Returns returns, ReturnFacts facts, ExchangedGoods exchanged, Inspection inspection, Cases cases) {
        this.returns = returns;
        this.facts = facts;
        this.exchanged = exchanged;
        this.inspection = inspection;
        this.cases = cases;
    }

    @Bean
    ExecutionListener exchangedGoodsInspected() {
        return start -> {
            start.setVariable(
                    "exchangedLines",
                    returns.lines(start.getProcessBusinessKey()).size());
            start.setVariable("chargeWanted", false);
        };
    }

    @Bean
    RuleStep decideExchangedDisposition() {
        return new SettleFindingProcess.Disposition(returns, facts, cases);
    }

    @Bean
    JavaDelegate weighExchangedGoods() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            x.setVariable("exchangeGoesOn", exchanged.sound(caseNumber));
            if (returns.lines(caseNumber).stream().allMatch(ReturnLine::complete)) {
                cases.goodsOutstanding(caseNumber, false); // whatever is decided about them, they are here
            }
        };
    }

    @Bean
    UserTaskStep decideExchangeFinding() {
        return (task, answers) -> {
            var decision = exchanged.decided(
                    task.getExecution().getProcessBusinessKey(),
                    Boolean.TRUE.equals(task.getVariable("replacementSent")),
                    Boolean.TRUE.equals(task.getVariable("exchangeOver")),
                    answers);
            task.setVariable("exchangeFinding", decision.name());
            task.setVariable("chargeWanted", decision == ExchangedGoods.Decision.CHARGE);
        };
    }

    @Bean
    DepartmentStep bookExchangedGoods(ShelfCorrections corrections) {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var goods = returns.get(caseNumber);
            goods.booked = true;
            goods.goodsWithUs = false;
            var payload = GoodsBackProcess.order(goods);
            var lines = new ArrayList<>(corrections.found(caseNumber));
            lines.addAll(inspection.toBook(caseNumber));
            payload.put("lines", lines);
            inspection.booked(caseNumber);
            return payload;
        };
    }

    @Bean
    DepartmentStep sendExchangedGoodsBack() {
        return this::sendBack;
    }

    @Bean
    DepartmentStep sendCheckedGoodsBack() {
        return this::sendBack;
    }

    private Map<String, Object> sendBack(DelegateExecution x) {
        var goods = returns.get(x.getProcessBusinessKey());
        var payload = GoodsBackProcess.order(goods);
        payload.put("purpose", "SEND_BACK");
        payload.put("lines", inspection.toSendBack(goods.caseNumber, true));
        goods.goodsWithUs = false;
        return payload;
    }
}
