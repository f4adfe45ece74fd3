package makegood.reviews;

import java.util.List;
import java.util.Optional;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.EvidenceLevel;
import makegood.cases.Reason;
import makegood.cases.ReviewsOfCases;
import makegood.orders.Orders;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** Why the customer was not satisfied, which unit answers for it, and what makes it good: never for the sake of the stars. */
@Component
class CauseFinding {
    private final ReviewCases rows;
    private final Cases cases;
    private final ReviewsOfCases reviews;
    private final Orders orders;
    private final NamedColleagues named;

    CauseFinding(ReviewCases rows, Cases cases, ReviewsOfCases reviews, Orders orders, NamedColleagues named) {
        this.rows = rows;
        this.cases = cases;
        this.reviews = reviews;
        this.orders = orders;
        this.named = named;
    }

    /** The answer of the form; {@code reason} and {@code pieces} count for remedies that take pieces of the order only. */
    record Found(
            ReviewCause cause,
            FaultUnit unit,
            String agentNamed,
            String proof,
            ReviewRemedy remedy,
            Optional<Reason> reason,
            List<CaseFacts.Line> pieces,
            String wantedSku,
            Optional<EvidenceLevel> evidence,
            Optional<ReviewSign> sign,
            boolean satisfied,
            String hazardNote,
            String message) {
        boolean malicious() {
            return cause == ReviewCause.SUSPECTED_MALICIOUS;
        }
    }

    Found found(String caseNumber, Answers answers) throws BusinessRefusal {
        var found = read(answers);
        var c = cases.get(caseNumber);
        named.check(found.agentNamed(), found.proof(), found.cause(), c.store(), answers);
        RemedyRules.check(found, rows.get(caseNumber).reviewSign, c, reviews.reachable(caseNumber), answers);
        answers.check();
        if (found.remedy().takesPieces()) {
            var procedure = found.remedy().procedure().orElseThrow();
            reviews.take(caseNumber, procedure, found.reason().orElseThrow(), found.pieces(), found.wantedSku());
        }
        keep(caseNumber, found);
        named.name(caseNumber, found.agentNamed(), found.proof());
        return found;
    }

    private static Found read(Answers answers) {
        return new Found(
                answers.required("reviewCause", ReviewCause.class),
                answers.required("faultUnit", FaultUnit.class),
                answers.text("agentNamed", 64),
                answers.text("proof", 2_000),
                answers.required("remedy", ReviewRemedy.class),
                answers.optional("reason", Reason.class),
                ReviewsOfCases.pieces(answers),
                answers.text("wantedSku", 64),
                answers.optional("evidence", EvidenceLevel.class),
                answers.optional("sign", ReviewSign.class),
                answers.flag("customerSatisfied").orElse(false),
                answers.text("hazardNote", 1_000),
                answers.text("messageToCustomer", Answers.MESSAGE_MAX));
    }

    private void keep(String caseNumber, Found found) {
        var row = rows.get(caseNumber);
        row.cause = found.cause();
        row.faultUnit = found.unit();
        row.remedy = found.remedy();
        row.customerSatisfied = found.satisfied();
        found.sign().filter(s -> found.malicious()).ifPresent(s -> row.reviewSign = s);
        cases.fault(caseNumber, found.cause().name(), found.unit().name());
        found.evidence().ifPresent(level -> cases.evidence(caseNumber, level));
        cases.say(caseNumber, found.message(), null);
        if (!found.hazardNote().isEmpty()) {
            cases.note(
                    caseNumber,
                    "HAZARD",
                    new Text("The goods stay: " + found.hazardNote(), "商品不收回：" + found.hazardNote()));
        }
        if (found.remedy() == ReviewRemedy.RESEND) {
            owe(caseNumber);
        }
        cases.note(
                caseNumber,
                "CAUSE",
                new Text(
                        "Cause: " + found.cause().text().en() + "; answers for it: "
                                + found.unit().text().en() + "; remedy: " + found.remedy() + ".",
                        "原因：" + found.cause().text().zh() + "；责任方："
                                + found.unit().text().zh() + "；处理：" + found.remedy() + "。"));
    }

    /** The pieces of the case are what is sent again. */
    private void owe(String caseNumber) {
        var c = cases.get(caseNumber);
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        cases.goodsDue(
                caseNumber,
                c.lines().stream()
                        .map(l -> {
                            var line = order.line(l.line()).orElseThrow();
                            return new Cases.GoodsDue(
                                    l.line(), line.sku(), l.quantity(), line.paid() / Math.max(1, line.quantity()));
                        })
                        .toList());
    }
}
