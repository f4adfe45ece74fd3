package makegood.cases;

import makegood.clocks.ResponseClocks;
import makegood.platform.Accounts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whose turn it is to speak: the customer's words start the response clocks, a person's answer ends them. */
@Component
class Conversation {
    private final Cases cases;
    private final ResponseClocks clocks;
    private final Accounts accounts;

    Conversation(Cases cases, ResponseClocks clocks, Accounts accounts) {
        this.cases = cases;
        this.clocks = clocks;
        this.accounts = accounts;
    }

    void opened(AfterSalesCase c) {
        clocks.opened(waiting(c, c.channel));
    }

    /** A customer asks where only our watch had asked. */
    void joined(AfterSalesCase c) {
        clocks.joined(waiting(c, c.channel));
    }

    /** The same wish once more: by the same channel it is a repetition, by another one the customer waits there too. */
    void askedAgain(String caseNumber, Channel channel) {
        if (cases.row(caseNumber).channel != channel) {
            wrote(caseNumber, channel);
        }
    }

    /** On the phone or in the shop the answer is given at once: only what is written waits for one. */
    private void wrote(String caseNumber, Channel channel) {
        cases.lock(caseNumber); // two messages at once start the clocks once
        var c = cases.row(caseNumber);
        var over = channel == null ? c.channel : channel;
        if (over.written()) {
            clocks.wrote(waiting(c, over));
        }
    }

    private static ResponseClocks.Waiting waiting(AfterSalesCase c, Channel channel) {
        return new ResponseClocks.Waiting(c.caseNumber, c.store, c.owner, c.team, channel.name(), c.priority);
    }

    /** A person has answered. Who answers in a case without an owner goes on with it, when of its team. */
    void answered(String caseNumber, String by) {
        var c = cases.row(caseNumber);
        clocks.answered(caseNumber, c.owner);
        var person = c.owner != null || by == null || by.isBlank() ? null : accounts.caller(by);
        if (person != null && person.in(c.team) && person.serves(c.store)) {
            c.owner = person.account();
        }
    }

    @EventListener
    void on(CustomerReplied fact) {
        wrote(fact.caseNumber(), fact.channel());
    }

    @EventListener
    void on(AgentReplied fact) {
        if (!fact.automatic()) {
            answered(fact.caseNumber(), fact.by());
            fact.used().yes();
        }
    }
}
