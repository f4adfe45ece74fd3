package makegood.resends;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import makegood.cases.CaseKind;
import makegood.cases.Cases;
import makegood.cases.PlatformDeadline;
import makegood.cases.PlatformDeadlineMoved;
import makegood.cases.Reason;
import makegood.cases.Review;
import makegood.cases.ReviewDecision;
import makegood.platform.Caller;
import makegood.platform.DepartmentStep;
import makegood.platform.Engine;
import makegood.platform.RuleStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of review-resend.bpmn: a person finds out what is missing and who answers for it. */
@Configuration(proxyBeanMethods = false)
class ReviewResendProcess {
    static final Set<CaseKind> OFFERS = Set.of(
            CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND, CaseKind.EXCHANGE, CaseKind.COMPENSATION, CaseKind.INQUIRY);
    private static final Set<Reason> WEIGHT_TELLS = Set.of(Reason.MISSING_GOODS, Reason.EMPTY_PARCEL);

    private final Resends resends;
    private final WhatToSend goods;
    private final ResendTrace trace;
    private final Cases cases;
    private final Engine engine;

    ReviewResendProcess(Resends resends, WhatToSend goods, ResendTrace trace, Cases cases, Engine engine) {
        this.resends = resends;
        this.goods = goods;
        this.trace = trace;
        this.cases = cases;
        this.engine = engine;
    }

    @Bean
    ExecutionListener resendToReview(Clock clock) {
        return start -> {
            var c = cases.get(start.getProcessBusinessKey());
            var resend = resends.begin(c.caseNumber());
            var hours = resends.store(c).limits().parcels().queryHours();
            start.setVariable("decideBy", Date.from(PlatformDeadline.decideBy(c)));
            start.setVariable("weightBy", Date.from(clock.instant().plus(Duration.ofHours(hours))));
            start.setVariable(
                    "weightInQuestion",
                    WEIGHT_TELLS.contains(c.reason())
                            && !resend.weightAsked
                            && trace.parcel(c).isPresent());
        };
    }

    @Bean
    DepartmentStep askWeight() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var c = cases.get(x.getProcessBusinessKey());
                resends.get(c.caseNumber()).weightAsked = true;
                return Map.of("trackingNumber", trace.parcel(c).orElseThrow());
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                if (values.get("weightGrams") instanceof Number grams) {
                    trace.weighed(x.getProcessBusinessKey(), grams.longValue());
                }
            }
        };
    }

    @Bean
    UserTaskStep reviewResendRequest() {
        return (task, answers) -> {
            var c = cases.get(task.getExecution().getProcessBusinessKey());
            var review = Review.read(answers, OFFERS);
            boolean approve = review.decision() == ReviewDecision.APPROVE;
            var send = approve ? goods.read(answers, c) : null;
            var fact = answers.optional("fact", ResendFact.class);
            var packed = answers.quantity("packedWeight");
            var wrongSku = answers.text("receivedSku", 100);
            answers.check();
            review.keep(cases, c.caseNumber());
            var resend = resends.get(c.caseNumber());
            fact.ifPresent(f -> resend.fact = f.name());
            packed.ifPresent(grams -> trace.packed(resend, grams));
            if (!wrongSku.isEmpty()) {
                resend.wrongSku = wrongSku;
            }
            task.setVariable("resendReviewDecision", review.decision().name());
            if (approve) {
                cases.goodsDue(c.caseNumber(), send);
                resend.agreedBy = Caller.current().account();
                resend.approvedBy = null;
            }
            if (review.decision() == ReviewDecision.OFFER_OTHER) {
                task.setVariable("procedure", review.offer().name());
                task.setVariable("procedureChanged", true);
            }
        };
    }

    @Bean
    JavaDelegate agreeResendByTimeLimit() {
        return x -> {
            var c = cases.get(x.getProcessBusinessKey());
            cases.goodsDue(c.caseNumber(), goods.asAsked(c));
            resends.get(c.caseNumber()).agreedBy = null;
            cases.note(
                    c.caseNumber(),
                    "DECIDED",
                    new Text(
                            "Agreed by time limit, before the platform decides. Actor: clock.",
                            "已到时限，在平台自动处理前默认同意。操作者：时钟。"));
        };
    }

    @Bean
    RuleStep decideResendLiability() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                var c = cases.get(x.getProcessBusinessKey());
                var facts = new HashMap<String, Object>();
                facts.put("exceptionKind", Resends.trouble(c));
                facts.put("fact", resends.get(c.caseNumber()).fact);
                return facts;
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var c = cases.get(x.getProcessBusinessKey());
                var fact = resends.get(c.caseNumber()).fact;
                cases.fault(c.caseNumber(), fact.equals("NONE") ? c.reason().name() : fact, (String)
                        result.get("liability"));
            }
        };
    }

    @EventListener
    void on(PlatformDeadlineMoved fact) {
        var decideBy = PlatformDeadline.decideBy(cases.get(fact.caseNumber()));
        fact.used().when(engine.moveTimers(fact.caseNumber(), "Event_PlatformAboutToAgreeResend", decideBy));
    }
}
