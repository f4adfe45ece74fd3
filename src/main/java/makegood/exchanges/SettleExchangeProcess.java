package makegood.exchanges;

import makegood.cases.Cases;
import makegood.platform.Answers;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of settle-exchange.bpmn: what the customer gets back, when the exchange is done, undone, or done late. */
@Configuration(proxyBeanMethods = false)
class SettleExchangeProcess {
    private static final String UNDONE = "undonePayment";
    private static final String RECKONED = "exchangeReckoned";

    /** What finance does about money that could not go back. */
    enum NotPaidBack {
        TRY_AGAIN,
        SETTLED_OTHERWISE
    }

    private final ExchangeBalance balance;
    private final Collections collections;
    private final Cases cases;

    SettleExchangeProcess(ExchangeBalance balance, Collections collections, Cases cases) {
        this.balance = balance;
        this.collections = collections;
        this.cases = cases;
    }

    @Bean
    ExecutionListener exchangeToSettle() {
        return start -> start.setVariable(RECKONED, false);
    }

    /** Asked again after each sum, until nothing is left to give back. */
    @Bean
    JavaDelegate reckonExchange() {
        return x -> {
            x.setVariable("moneyToGiveBack", due(x));
            x.setVariable("refundInstead", balance.becomesRefund(x.getProcessBusinessKey()));
        };
    }

    private boolean due(DelegateExecution x) {
        var caseNumber = x.getProcessBusinessKey();
        boolean first = !Boolean.TRUE.equals(x.getVariable(RECKONED));
        x.setVariable(RECKONED, true);
        switch (String.valueOf(x.getVariable("settlement"))) {
            case "UNDONE" -> {
                x.setVariable(UNDONE, balance.undone(caseNumber));
                return x.getVariable(UNDONE) != null;
            }
            case "CHARGE" -> {
                return first;
            }
            case "LATE" -> {
                return first && balance.late(caseNumber) > 0;
            }
            default -> {
                return first && balance.done(caseNumber) > 0;
            }
        }
    }

    @Bean
    JavaDelegate recordDifferenceBack() {
        return x -> balance.paidBack(x.getProcessBusinessKey(), (String) x.getVariable(UNDONE));
    }

    @Bean
    UserTaskStep settleMoneyNotPaidBack() {
        return (task, answers) -> {
            var decision = answers.required("decision", NotPaidBack.class);
            var how = answers.text("settleNote", Answers.MESSAGE_MAX);
            answers.require(
                    decision != NotPaidBack.SETTLED_OTHERWISE || !how.isEmpty(),
                    "settleNote",
                    "REQUIRED",
                    "how was it settled, and with whom?",
                    "请写明如何处理、与谁商定");
            answers.check();
            boolean again = decision == NotPaidBack.TRY_AGAIN;
            if (!again && task.getVariable(UNDONE) instanceof String payment) {
                collections.settledOtherwise(payment);
            }
            task.setVariable("paidBackAgain", again);
            cases.note(
                    task.getExecution().getProcessBusinessKey(),
                    "DECIDED",
                    again
                            ? new Text("The money is sent back once more.", "再次尝试退回款项。")
                            : new Text("Settled another way: " + how, "已另行处理：" + how));
        };
    }
}
