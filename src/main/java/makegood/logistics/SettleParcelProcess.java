package makegood.logistics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import makegood.cases.Cases;
import makegood.cases.Cases.GoodsDue;
import makegood.cases.NegotiationMove;
import makegood.cases.Offer;
import makegood.cases.Offers;
import makegood.cases.Outcome;
import makegood.cases.Remedy;
import makegood.platform.Caller;
import makegood.platform.DepartmentStep;
import makegood.platform.RuleStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of settle-parcel.bpmn: recommended by rule, decided with the customer, carried out by the procedure that fits. */
@Configuration(proxyBeanMethods = false)
class SettleParcelProcess {
    private static final Set<String> DONE = Set.of(
            "PAID",
            "RESENT",
            "EXCHANGED",
            "TURNED_INTO_REFUND",
            "COMPENSATED",
            "REFUNDED",
            "NEVER_RETURNED",
            "GOODS_SENT_BACK");

    private final Troubles troubles;
    private final TroubleFacts facts;
    private final RemedyDecision decision;
    private final CarrierClaims claims;
    private final ParcelNews news;
    private final Cases cases;

    SettleParcelProcess(
            Troubles troubles,
            TroubleFacts facts,
            RemedyDecision decision,
            CarrierClaims claims,
            ParcelNews news,
            Cases cases) {
        this.troubles = troubles;
        this.facts = facts;
        this.decision = decision;
        this.claims = claims;
        this.news = news;
        this.cases = cases;
    }

    @Bean
    DepartmentStep checkStockForRemedy() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var wanted = wanted(x.getProcessBusinessKey());
                var first = wanted.firstEntry();
                return Map.of(
                        "sku", first.getKey(), "quantity", first.getValue(), "skus", List.copyOf(wanted.keySet()));
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                var caseNumber = x.getProcessBusinessKey();
                var wanted = wanted(caseNumber);
                troubles.get(caseNumber).inStock = values.get("shelves") instanceof List<?> shelves
                        ? wanted.entrySet().stream().allMatch(w -> on(shelves, w.getKey()) >= w.getValue())
                        : wanted.size() == 1
                                && number(values.get("sellable"))
                                        >= wanted.firstEntry().getValue();
            }
        };
    }

    /** All that would have to be sent again, by SKU; the whole parcel while nothing is known to be affected. */
    private TreeMap<String, Integer> wanted(String caseNumber) {
        var wanted = new TreeMap<String, Integer>();
        var lines = troubles.lines(caseNumber);
        boolean none = lines.stream().allMatch(l -> l.affected == 0);
        lines.forEach(l -> wanted.merge(l.sku, none ? l.quantity : l.affected, Integer::sum));
        wanted.values().removeIf(pieces -> pieces == 0);
        return wanted;
    }

    private static long on(List<?> shelves, String sku) {
        return shelves.stream()
                .filter(s -> s instanceof Map<?, ?> shelf && sku.equals(shelf.get("sku")))
                .mapToLong(s -> number(((Map<?, ?>) s).get("sellable")))
                .findFirst()
                .orElse(0);
    }

    private static long number(Object value) {
        return value instanceof Number n ? n.longValue() : 0;
    }

    @Bean
    RuleStep recommendRemedy() {
        return FollowParcelProcess.recommendation(facts, cases);
    }

    @Bean
    UserTaskStep decideRemedy() {
        return (task, answers) -> {
            boolean agreed = decision.taken(task.getExecution().getProcessBusinessKey(), answers);
            task.setVariable("agreedWithCustomer", agreed);
            task.setVariable("remedyAgreedBy", Caller.current().account()); // who asked may not approve
        };
    }

    @Bean
    JavaDelegate offerRemedy(Offers offers) {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var trouble = troubles.get(caseNumber);
            long sum = decision.amounts(caseNumber).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            boolean part = trouble.remedy == RemedyChoice.REFUND_PARTIAL;
            offers.make(
                    caseNumber,
                    new Offer(
                            part ? NegotiationMove.CHANGE_AMOUNT : NegotiationMove.OFFER_ALTERNATIVE,
                            RemedyDecision.words(trouble.remedy, sum),
                            new Text("we look at your case again and come back to you", "我们会重新处理并再与您联系"),
                            null,
                            trouble.remedy.refunds() ? sum : null));
        };
    }

    @Bean
    JavaDelegate prepareRemedy() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var trouble = troubles.get(caseNumber);
            x.setVariable("remedyWay", trouble.remedy.way());
            if (trouble.remedy.refunds()) {
                var amounts = decision.amounts(caseNumber);
                cases.due(caseNumber, amounts, decision.freight(caseNumber, amounts));
                cases.ground(caseNumber, "TRANSPORT", false, trouble.decidedBy);
            } else if (trouble.remedy == RemedyChoice.RESEND) {
                owe(caseNumber);
            }
            if (trouble.remedy.replacesParcel()
                    && facts.kind(caseNumber).route().equals("TRANSIT")) {
                giveUp(trouble);
            }
        };
    }

    private void owe(String caseNumber) {
        var order = troubles.order(cases.get(caseNumber));
        cases.goodsDue(
                caseNumber,
                troubles.lines(caseNumber).stream()
                        .filter(l -> l.affected > 0)
                        .map(l -> new GoodsDue(
                                l.lineNumber,
                                l.sku,
                                l.affected,
                                order.line(l.lineNumber).orElseThrow().unitShare()))
                        .toList());
    }

    /** Goods or money are on their way to the customer: the parcel, should it appear, is ours. */
    private void giveUp(ParcelTrouble trouble) {
        if (trouble.parcelState == ParcelState.COMING_BACK) {
            return;
        }
        troubles.state(trouble, ParcelState.GIVEN_UP);
        if (trouble.comesBack) {
            news.strayed(trouble, true);
        }
    }

    @Bean
    JavaDelegate noteRemedyResult() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var remedy = troubles.get(caseNumber).remedy;
            var result = result(x, remedy);
            boolean changed = Boolean.TRUE.equals(x.getVariable("procedureChanged"));
            boolean withdrawn = Set.of("WITHDRAWN", "CANCELLED").contains(result);
            var came =
                    changed ? "CHANGED" : withdrawn ? "WITHDRAWN" : DONE.contains(result) ? "SETTLED" : "NOT_POSSIBLE";
            x.setVariable("remedyOutcome", came);
            if (came.equals("SETTLED")) {
                settled(caseNumber, remedy, result);
            } else if (came.equals("NOT_POSSIBLE")) {
                cases.note(
                        caseNumber,
                        "REMEDY",
                        new Text("This remedy was not possible: " + result + ".", "该补救方式未能执行：" + result + "。"));
            }
        };
    }

    private static String result(DelegateExecution x, RemedyChoice remedy) {
        var name = switch (remedy.way()) {
            case "RESEND" -> "resendResult";
            case "EXCHANGE" -> "exchangeGoodsResult";
            case "RETURN" -> "returnGoodsResult";
            case "COMPENSATE" -> "compensationResult";
            default -> "refundResult";
        };
        return String.valueOf(x.getVariable(name));
    }

    /** A called procedure may have said more exactly how it ended. */
    private void settled(String caseNumber, RemedyChoice remedy, String result) {
        switch (result) {
            case "NEVER_RETURNED" -> cases.outcome(caseNumber, Outcome.NOT_RETURNED, null);
            case "TURNED_INTO_REFUND" -> cases.outcome(caseNumber, Outcome.RESOLVED_OTHER, Remedy.REFUND_FULL);
            case "GOODS_SENT_BACK" -> cases.outcome(caseNumber, Outcome.SENT_BACK, null);
            default -> {
                boolean own = remedy.replacesParcel() || cases.get(caseNumber).outcome() == null;
                if (own) {
                    cases.outcome(caseNumber, remedy.outcome(), remedy.remedy());
                }
            }
        }
        if (troubles.get(caseNumber).claimable && remedy != RemedyChoice.COMPENSATION) {
            claims.claim(caseNumber, troubles.affectedValue(caseNumber));
        }
    }

    @Bean
    ExecutionListener nothingToPay() {
        return end -> {
            var remedy = troubles.get(end.getProcessBusinessKey()).remedy;
            cases.outcome(end.getProcessBusinessKey(), remedy.outcome(), remedy.remedy());
        };
    }
}
