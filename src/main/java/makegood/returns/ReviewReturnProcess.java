package makegood.returns;

import java.util.Date;
import makegood.cases.CaseValue;
import makegood.cases.Cases;
import makegood.cases.PlatformDeadline;
import makegood.cases.PlatformDeadlineMoved;
import makegood.cases.ReviewDecision;
import makegood.cases.ReviewOffers;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.platform.Caller;
import makegood.platform.Engine;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of review-return.bpmn: a person looks at what the rules did not settle, before the platform does. */
@Configuration(proxyBeanMethods = false)
class ReviewReturnProcess {
    private final Cases cases;
    private final Returns returns;
    private final CaseValue value;
    private final Authority authority;
    private final ReviewOffers offers;
    private final Engine engine;

    ReviewReturnProcess(
            Cases cases, Returns returns, CaseValue value, Authority authority, ReviewOffers offers, Engine engine) {
        this.cases = cases;
        this.returns = returns;
        this.value = value;
        this.authority = authority;
        this.offers = offers;
        this.engine = engine;
    }

    @Bean
    ExecutionListener returnToReview() {
        return start -> start.setVariable(
                "decideBy", Date.from(PlatformDeadline.decideBy(cases.get(start.getProcessBusinessKey()))));
    }

    @Bean
    UserTaskStep reviewReturnRequest() {
        return (task, answers) -> {
            var c = cases.get(task.getExecution().getProcessBusinessKey());
            var answer = offers.read(answers, c, null);
            answers.check();
            var by = Caller.current().account();
            boolean approved = answer.review().decision() == ReviewDecision.APPROVE;
            if (approved && !authority.allows("APPROVE_RETURN", by, value.of(c.caseNumber()))) {
                throw new BeyondAuthority();
            }
            task.setVariable("reviewDecision", offers.keep(c, answer));
            if (approved) {
                returns.get(c.caseNumber()).decidedBy = by;
            }
        };
    }

    /** What the customer has agreed to holds from here on; the root runs the other procedure on the same case. */
    @Bean
    JavaDelegate takeReturnOffer() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var taken = offers.outcome(caseNumber, ReviewOffers.OTHER_AGREED.equals(x.getVariable("reviewDecision")));
            x.setVariable("returnOffer", taken);
            if (taken.equals("CHANGED")) {
                x.setVariable("procedure", cases.get(caseNumber).kind().name());
                x.setVariable("procedureChanged", true);
            }
        };
    }

    @Bean
    JavaDelegate agreeByTimeLimit() {
        return execution -> {
            var caseNumber = execution.getProcessBusinessKey();
            returns.get(caseNumber).decidedBy = "clock";
            cases.note(
                    caseNumber,
                    "DECIDED",
                    new Text(
                            "Agreed by time limit, before the platform decides. Actor: clock.",
                            "已到时限，在平台自动处理前默认同意。操作者：时钟。"));
        };
    }

    @EventListener
    void on(PlatformDeadlineMoved fact) {
        var decideBy = PlatformDeadline.decideBy(cases.get(fact.caseNumber()));
        fact.used().when(engine.moveTimers(fact.caseNumber(), "Event_PlatformAboutToDecide", decideBy));
    }
}
