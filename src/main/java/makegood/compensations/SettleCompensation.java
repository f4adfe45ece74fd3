package makegood.compensations;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import makegood.cases.CaseKind;
import makegood.cases.Cases;
import makegood.cases.Outcome;
import makegood.departments.RequestSending;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A compensation goes out, or it does not: the budget, the book and the case learn of it in one transaction. */
@Component
class SettleCompensation {
    private final Compensations compensations;
    private final CompensationBudget budget;
    private final Cases cases;
    private final Ledger ledger;
    private final Clock clock;

    SettleCompensation(
            Compensations compensations, CompensationBudget budget, Cases cases, Ledger ledger, Clock clock) {
        this.compensations = compensations;
        this.budget = budget;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** SENT is committed before the department is called: from then on the customer cannot withdraw. */
    @EventListener
    void on(RequestSending request) {
        if (!request.topic().equals("finance.issue-coupon") && !request.topic().equals("finance.pay-out")) {
            return;
        }
        var row = compensations.numbered(request.businessRef());
        if (row != null && row.state == CompensationState.HELD) {
            row.state = CompensationState.SENT;
        }
    }

    /** One kind has arrived: spent and booked, whatever becomes of the others. */
    void given(Compensation row) {
        if (row.state == CompensationState.GIVEN) {
            return;
        }
        var c = cases.get(row.caseNumber);
        budget.spend(row);
        row.state = CompensationState.GIVEN;
        row.givenAt = clock.instant();
        if (row.isFreight()) {
            freight(row);
            return;
        }
        ledger.book(new Entry(
                "compensation:" + row.compensationNumber,
                row.caseNumber,
                row.store,
                row.orderNumber,
                null,
                row.giftSku,
                null,
                Entry.Kind.COMPENSATION,
                row.amount,
                row.currency,
                c.cause(),
                c.atFault()));
        cases.beside(row.caseNumber, row.amount, 0);
        cases.findable(row.caseNumber, row.compensationNumber);
        var done = CompensationProposals.words(row);
        cases.note(row.caseNumber, "COMPENSATION", new Text("Given: " + done.en(), "已补偿：" + done.zh()));
    }

    /** Under the key of the return's own freight: it is booked once, whoever has paid it. */
    private void freight(Compensation row) {
        var returned = cases.get(row.returnCase);
        ledger.book(new Entry(
                "return_freight:" + row.returnCase,
                row.caseNumber,
                row.store,
                row.orderNumber,
                null,
                null,
                null,
                Entry.Kind.RETURN_FREIGHT,
                row.amount,
                row.currency,
                returned.cause(),
                returned.atFault()));
        cases.findable(row.caseNumber, row.compensationNumber);
        cases.note(
                row.caseNumber,
                "FREIGHT",
                new Text(
                        "Freight of return " + row.returnCase + " paid: " + Money.plain(row.amount) + ".",
                        "退货 " + row.returnCase + " 的运费已赔付：" + Money.plain(row.amount) + "。"));
    }

    /** The coupon, the pay-out or the gift did not work out; the agent agrees something else with the customer. */
    void notGiven(Compensation row) {
        end(row, CompensationState.NOT_GIVEN);
        var what = CompensationProposals.words(row);
        cases.note(
                row.caseNumber,
                "COMPENSATION",
                new Text(
                        "It could not be given (" + what.en() + "); the agent chooses another way.",
                        "未能发放（" + what.zh() + "），由客服另选补偿形式。"));
    }

    /** What was given since then, told in one message; the dearest kind names the remedy. */
    void tell(String caseNumber, int since) {
        var given = given(caseNumber, since);
        if (given.isEmpty()) {
            return;
        }
        var c = cases.get(caseNumber);
        if (c.kind() == CaseKind.COMPENSATION || c.kind() == CaseKind.REVIEW) {
            var dearest =
                    given.stream().max(Comparator.comparingLong(r -> r.amount)).orElseThrow();
            cases.outcome(caseNumber, Outcome.RESOLVED_FULL, dearest.type.remedy());
        }
        var language = java.util.Locale.forLanguageTag(c.language());
        var text = given.stream()
                .map(r -> r.type.words().in(language) + " " + Money.plain(r.amount) + " " + r.currency)
                .collect(Collectors.joining("zh".equals(c.language()) ? "，" : ", "));
        var codes = given.stream()
                .filter(r -> r.type.way() == CompensationType.Way.COUPON && r.givenReference != null)
                .map(r -> r.givenReference)
                .collect(Collectors.joining(", "));
        cases.tellLater(caseNumber, Map.of("compensationText", text, "compensationCode", codes));
        cases.say(caseNumber, given.get(given.size() - 1).messageText, null);
    }

    private List<Compensation> given(String caseNumber, int since) {
        return compensations.since(caseNumber, since).stream()
                .filter(r -> r.state == CompensationState.GIVEN)
                .toList();
    }

    boolean anyGiven(String caseNumber, int since) {
        return !given(caseNumber, since).isEmpty();
    }

    /** What is only proposed or held is given up; what has arrived stays the customer's. */
    void withdrawn(String caseNumber) {
        var rows = compensations.proposal(caseNumber);
        rows.forEach(row -> end(row, CompensationState.WITHDRAWN));
        boolean some = rows.stream().anyMatch(row -> row.state == CompensationState.GIVEN);
        if (cases.get(caseNumber).kind() == CaseKind.COMPENSATION && !some) {
            cases.outcome(caseNumber, Outcome.WITHDRAWN, null);
        }
        cases.note(caseNumber, "WITHDRAWN", new Text("The request was withdrawn.", "申请已撤销。"));
    }

    private void end(Compensation row, CompensationState state) {
        if (row.state == CompensationState.HELD || row.state == CompensationState.SENT) {
            budget.release(row);
        }
        if (row.state != CompensationState.GIVEN && row.state != CompensationState.NOT_GIVEN) {
            row.state = state;
        }
    }

    /** Whether something has left the house and can no longer be taken back. */
    boolean underWay(String caseNumber) {
        return compensations.proposal(caseNumber).stream().anyMatch(row -> row.state == CompensationState.SENT);
    }
}
