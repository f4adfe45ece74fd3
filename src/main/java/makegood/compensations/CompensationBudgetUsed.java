package makegood.compensations;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** The month's budget does not hold this amount any more; a manager decides. */
final class CompensationBudgetUsed extends BusinessRefusal {
    CompensationBudgetUsed() {
        super(new Text("The month's budget for compensation is used up.", "本月补偿预算已用完。"));
    }
}
