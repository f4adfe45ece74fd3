package makegood.compensations;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.RefusalReason;
import makegood.orders.Orders;
import makegood.people.People;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** What an agent proposes to give, and what the table reads of it. Never tied to a review, by whatever words. */
@Component
class CompensationProposals {
    /** Whether the agent gives something at all. */
    enum Proposal {
        PROPOSE,
        REFUSE
    }

    private final Compensations compensations;
    private final CompensationBudget budget;
    private final ReviewTie tie;
    private final FreightBill freightBill;
    private final Cases cases;
    private final Orders orders;
    private final People people;
    private final Clock clock;

    CompensationProposals(
            Compensations compensations,
            CompensationBudget budget,
            ReviewTie tie,
            FreightBill freightBill,
            Cases cases,
            Orders orders,
            People people,
            Clock clock) {
        this.compensations = compensations;
        this.budget = budget;
        this.tie = tie;
        this.freightBill = freightBill;
        this.cases = cases;
        this.orders = orders;
        this.people = people;
        this.clock = clock;
    }

    /** Whether something is proposed; without {@code decision} it is. */
    boolean answered(String caseNumber, Answers answers) throws BusinessRefusal {
        var proposal = answers.optional("decision", Proposal.class).orElse(Proposal.PROPOSE);
        return proposal == Proposal.PROPOSE ? propose(caseNumber, answers) : refuse(caseNumber, answers);
    }

    private boolean refuse(String caseNumber, Answers answers) throws BusinessRefusal {
        var reason = answers.required("refusalReason", RefusalReason.class);
        var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
        answers.check();
        cases.say(caseNumber, message, reason);
        cases.note(caseNumber, "DECIDED", new Text("No compensation is proposed.", "不建议补偿。"));
        return false;
    }

    private boolean propose(String caseNumber, Answers answers) throws BusinessRefusal {
        var parts = ProposedPart.read(answers);
        var gift = answers.text("giftSku", 200);
        var reason = answers.requiredText("reasonText", Answers.MESSAGE_MAX);
        var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
        boolean gives = parts.stream().anyMatch(p -> p.type() == CompensationType.GIFT);
        answers.require(!gives || !gift.isEmpty(), "giftSku", "REQUIRED", "which article?", "请填写赠品SKU");
        var returned = freight(caseNumber, parts, answers);
        answers.require(gives || gift.isEmpty(), "giftSku", "NOT_A_GIFT", "only for a gift", "仅限赠品");
        answers.check();
        tie.refuse(caseNumber, reason, message);
        int seq = compensations.latest(caseNumber) + 1;
        for (int part = 1; part <= parts.size(); part++) {
            var row = row(cases.get(caseNumber), seq, part, parts.get(part - 1));
            row.giftSku = row.type == CompensationType.GIFT ? gift : null;
            row.returnCase = returned;
            row.reasonText = reason;
            row.messageText = message.isEmpty() ? null : message;
            compensations.add(row);
        }
        var words = words(compensations.proposal(caseNumber));
        cases.note(caseNumber, "COMPENSATION", new Text("Proposed: " + words.en(), "建议补偿：" + words.zh()));
        return true;
    }

    /** The return whose freight bill is paid, which stands alone; null when it is about something else. */
    private String freight(String caseNumber, List<ProposedPart> parts, Answers answers) {
        var bill = parts.stream()
                .filter(p -> p.type() == CompensationType.FREIGHT_BILL)
                .findFirst();
        answers.require(
                bill.isEmpty() || parts.size() == 1,
                "type_2",
                "NOT_TOGETHER",
                "a freight bill is owed: propose it by itself",
                "运费凭单属应付款，请单独提出");
        return bill.isEmpty()
                ? null
                : freightBill.check(cases.get(caseNumber), bill.get().amount(), answers);
    }

    /** The first keeps the proposal's number, so that one kind alone has the number that it always had. */
    private Compensation row(CaseFacts c, int seq, int part, ProposedPart proposed) {
        var row = new Compensation();
        row.seq = seq;
        row.partNo = part;
        row.compensationNumber = "CM" + c.caseNumber().substring(2) + "-" + seq + (part == 1 ? "" : "-" + part);
        row.caseNumber = c.caseNumber();
        row.store = c.store();
        row.orderNumber = c.orderNumber();
        row.customerReference = customer(c);
        row.type = proposed.type();
        row.amount = proposed.amount();
        row.currency = c.currency();
        row.state = CompensationState.PROPOSED;
        row.proposedBy = Caller.current().account();
        row.proposedAt = clock.instant();
        row.payOutTry = 1;
        return row;
    }

    private String customer(CaseFacts c) {
        return c.orderNumber() == null
                ? null
                : orders.find(c.store(), c.orderNumber())
                        .map(o -> o.customer())
                        .map(who -> who.reference())
                        .orElse(null);
    }

    static Text words(Compensation row) {
        var sum = Money.plain(row.amount);
        return new Text(row.type.words().en() + " " + sum, row.type.words().zh() + " " + sum);
    }

    static Text words(List<Compensation> rows) {
        var words = rows.stream().map(CompensationProposals::words).toList();
        return new Text(
                words.stream().map(Text::en).collect(Collectors.joining(", ")),
                words.stream().map(Text::zh).collect(Collectors.joining("，")));
    }

    /** Inputs of {@code compensation-authority} (rules.md 4.10): one decision over all that is proposed together. */
    Map<String, Object> facts(List<Compensation> rows) {
        var row = rows.get(0);
        long sum = Compensations.sum(rows);
        return Map.of(
                "tied",
                tie.tied(row.reasonText, row.messageText),
                "type",
                CompensationType.strictest(rows.stream().map(r -> r.type).toList())
                        .name(),
                "grade",
                people.grade(row.proposedBy).name(),
                "amountFen",
                sum,
                "overBudget",
                !row.isFreight() && sum > budget.left(row.store),
                "given90d",
                compensations.lately(row.store, row.customerReference).times());
    }
}
