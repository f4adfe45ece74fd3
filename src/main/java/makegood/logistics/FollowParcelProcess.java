package makegood.logistics;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import makegood.cases.Cases;
import makegood.platform.Answers;
import makegood.platform.RuleStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of follow-parcel.bpmn: one person follows, scans and the carrier's word end it, or time does. */
@Configuration(proxyBeanMethods = false)
class FollowParcelProcess {
    private final Troubles troubles;
    private final TroubleFacts facts;
    private final ParcelNews news;
    private final Cases cases;

    FollowParcelProcess(Troubles troubles, TroubleFacts facts, ParcelNews news, Cases cases) {
        this.troubles = troubles;
        this.facts = facts;
        this.news = news;
        this.cases = cases;
    }

    enum FollowDecision {
        FOUND,
        DECIDE_REMEDY,
        TELL_CUSTOMER,
        ASK_CARRIER
    }

    @Bean
    RuleStep recommendWhileWaiting() {
        return recommendation(facts, cases);
    }

    /** All remedies that fit, the recommendation first, are shown by the verdict; the timeline says them in words. */
    static RuleStep recommendation(TroubleFacts facts, Cases cases) {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                return facts.remedy(x.getProcessBusinessKey());
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> first) {
                allDecided(x, List.of(first));
            }

            @Override
            public void allDecided(DelegateExecution x, List<Map<String, Object>> all) {
                var named = all.stream()
                        .map(hit -> makegood.cases.Remedy.valueOf((String) hit.get("remedy"))
                                .text())
                        .toList();
                cases.note(
                        x.getProcessBusinessKey(),
                        "RECOMMENDED",
                        new Text(
                                named.stream().map(Text::en).collect(Collectors.joining(", ", "Recommended: ", ".")),
                                named.stream().map(Text::zh).collect(Collectors.joining("、", "建议：", "。"))));
            }
        };
    }

    /** Recorded facts first: whoever begins to wait looks whether the parcel has moved already. */
    @Bean
    JavaDelegate lookAtParcel() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.lock(caseNumber);
            var trouble = troubles.get(caseNumber);
            if (trouble.parcelState == ParcelState.GIVEN_UP) {
                troubles.state(trouble, ParcelState.WATCHED);
            }
            x.setVariable("parcelState", news.look(caseNumber));
            x.setVariable("followUntil", Date.from(facts.followUntil(caseNumber)));
        };
    }

    @Bean
    UserTaskStep followParcel() {
        return (task, answers) -> {
            var caseNumber = task.getExecution().getProcessBusinessKey();
            var decision = answers.required("decision", FollowDecision.class);
            var fact = answers.optional("fact", Fact.class);
            var kind = answers.optional("exceptionKind", ExceptionKind.class);
            var comesBack = answers.flag("parcelComesBack");
            var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
            answers.require(
                    decision != FollowDecision.TELL_CUSTOMER || !message.isEmpty(),
                    "messageToCustomer",
                    "REQUIRED",
                    "what is the customer told?",
                    "请填写要告知客户的内容");
            answers.require(
                    kind.isEmpty() || kind.get().route().equals("TRANSIT"),
                    "exceptionKind",
                    "NOT_IN_TRANSIT",
                    "a kind of trouble on the way",
                    "须为运输途中的异常");
            answers.check();
            var trouble = troubles.get(caseNumber);
            fact.ifPresent(f -> trouble.fact = f);
            kind.ifPresent(k -> cases.exception(caseNumber, k.name(), null));
            comesBack.ifPresent(back -> trouble.comesBack = back);
            cases.say(caseNumber, decision == FollowDecision.TELL_CUSTOMER ? message : "", null);
            task.setVariable("followDecision", decision.name());
            cases.note(caseNumber, "FOLLOWED", words(decision));
        };
    }

    private static Text words(FollowDecision decision) {
        return switch (decision) {
            case FOUND -> new Text("The customer has the parcel.", "客户已收到包裹。");
            case DECIDE_REMEDY -> new Text("A remedy is decided now.", "现在决定补救方式。");
            case TELL_CUSTOMER -> new Text("The customer is told how it stands.", "告知客户进展。");
            case ASK_CARRIER -> new Text("The carrier is asked again.", "再次查询快递。");
        };
    }

    @Bean
    JavaDelegate noteTimePassed() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            if (facts.lostByRule(troubles.get(caseNumber))) {
                cases.exception(caseNumber, ExceptionKind.LOST.name(), null);
                cases.note(
                        caseNumber,
                        "LOST_BY_RULE",
                        new Text("No scan for days: the parcel counts as lost.", "多日无扫描：包裹按规则视为丢失。"));
            } else {
                cases.note(caseNumber, "FOLLOWED", new Text("Followed long enough: a remedy is due.", "跟进期满，须给出补救。"));
            }
        };
    }
}
