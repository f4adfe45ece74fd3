package makegood.compensations;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** Who changes a sum never approves it, and there is no other manager and no lead in the store. */
public final class NobodyElseDecides extends BusinessRefusal {
    NobodyElseDecides() {
        super(new Text(
                "You would be the one who asks, and nobody else in this store may approve it: approve or refuse the sum as proposed.",
                "修改后您即为申请人，而本店没有其他人可审批：请按原金额批准或拒绝。"));
    }
}
