package makegood.cases;

import java.util.Date;
import makegood.platform.Engine;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The steps of negotiate.bpmn: an offer, and the customer's yes, no, other sum or silence. */
@Configuration(proxyBeanMethods = false)
class NegotiateProcess {
    private static final String ANSWER = "offerAnswer";
    private final Offers offers;
    private final Cases cases;
    private final Engine engine;

    NegotiateProcess(Offers offers, Cases cases, Engine engine) {
        this.offers = offers;
        this.cases = cases;
        this.engine = engine;
    }

    @Bean
    JavaDelegate lookForAnswer() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.lock(caseNumber);
            var offer = open(caseNumber);
            x.setVariable("offerAnswered", offer.answer() != null);
            if (offer.answer() == null) {
                cases.waitForCustomer(caseNumber, Offers.WAIT, offer.until());
                x.setVariable("offerUntil", Date.from(offer.until()));
                x.setVariable("offerReminderAt", Date.from(offers.reminderAt(offer)));
            } else {
                tellGateway(x);
            }
        };
    }

    @Bean
    UserTaskStep recordOfferAnswer() {
        return (task, answers) -> {
            var answer = answers.required("customerAnswer", Offer.Answer.class);
            var counter = answers.amount("counterAmount").orElse(null);
            answers.require(
                    answer != Offer.Answer.SILENT,
                    "customerAnswer",
                    "NOT_YET",
                    "silence has its own date",
                    "未答复须等到期限届满");
            answers.require(
                    answer != Offer.Answer.COUNTERED || counter != null && counter > 0,
                    "counterAmount",
                    "REQUIRED",
                    "which amount does the customer want?",
                    "请填写客户提出的金额");
            answers.check();
            offers.answered(task.getExecution().getProcessBusinessKey(), answer, counter);
            tellGateway(task.getExecution());
        };
    }

    /** What the gateway reads stands on the offer, whoever wrote it there. */
    private void tellGateway(DelegateExecution x) {
        var answer = open(x.getProcessBusinessKey()).answer();
        x.setVariable(ANSWER, answer.name());
    }

    @Bean
    ExecutionListener offerAccepted() {
        return end -> cases.waitOver(end.getProcessBusinessKey(), Offers.WAIT);
    }

    @Bean
    JavaDelegate noteOfferSilence() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            offers.answered(caseNumber, Offer.Answer.SILENT, null);
            cases.note(
                    caseNumber,
                    "DEFAULT_TAKEN",
                    new Text(
                            "No answer: " + open(caseNumber).ifSilent().en(),
                            "未答复：" + open(caseNumber).ifSilent().zh()));
        };
    }

    private Offer open(String caseNumber) {
        return offers.latest(caseNumber)
                .orElseThrow(() -> new IllegalStateException("nothing was offered in " + caseNumber));
    }

    /** Kept on the offer first: whoever begins to wait for the answer will find it there. */
    @EventListener
    @Order(10)
    void on(CounterOfferAnswered fact) {
        var offer = offers.latest(fact.caseNumber()).orElse(null);
        if (offer == null || offer.answer() != null || !engine.runs("negotiate", fact.caseNumber())) {
            return;
        }
        var answer = fact.accepted() ? Offer.Answer.ACCEPTED : Offer.Answer.REJECTED;
        offers.answered(fact.caseNumber(), answer, null);
        fact.used().yes();
        engine.correlateIn(
                "negotiate", fact.caseNumber(), CounterOfferAnswered.class, java.util.Map.of(ANSWER, answer.name()));
    }
}
