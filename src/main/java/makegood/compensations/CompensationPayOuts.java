package makegood.compensations;

import makegood.cases.Cases;
import makegood.cases.OwnRequest;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** Cash that the customer's own payment account cannot take goes to another one, which finance checks and keeps masked. */
@Component
class CompensationPayOuts {
    /** Whether there is an account. */
    enum Prepared {
        PAY_OUT,
        GIVE_BACK
    }

    /** How cash goes out. */
    enum Method {
        BANK_TRANSFER,
        ALIPAY,
        WECHAT,
        CASH
    }

    private final Cases cases;

    CompensationPayOuts(Cases cases) {
        this.cases = cases;
    }

    /** Nothing is under way: a refused pay-out has moved no money. */
    void accountWanted(Compensation row) {
        if (row.state == CompensationState.SENT) {
            row.state = CompensationState.HELD;
            row.payOutTry++;
            cases.note(
                    row.caseNumber,
                    "PAY_OUT",
                    new Text("The pay-out was refused; finance looks for another account.", "付款被拒，财务另找收款账户。"));
        }
    }

    /** Whether an account was found; without {@code decision} it was. */
    boolean prepared(Compensation row, Answers answers) throws BusinessRefusal {
        var decision = answers.optional("decision", Prepared.class).orElse(Prepared.PAY_OUT);
        if (decision == Prepared.GIVE_BACK) {
            answers.check();
            return false;
        }
        var method = answers.required("payOutMethod", Method.class);
        var name = answers.requiredText("accountName", 100);
        var number = answers.requiredText("accountNumber", 64);
        answers.check();
        var by = Caller.current().account();
        if (by.equals(row.proposedBy)) { // whoever asked for the money does not say where it goes
            throw new OwnRequest();
        }
        row.payOutMethod = method.name();
        row.accountName = name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
        row.accountNumber = "****" + number.substring(Math.max(0, number.length() - Math.min(4, number.length() / 2)));
        row.preparedBy = by;
        cases.note(row.caseNumber, "PAY_OUT", new Text("A pay-out was prepared.", "已准备付款。"));
        return true;
    }
}
