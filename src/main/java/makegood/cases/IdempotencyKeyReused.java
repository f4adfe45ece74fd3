package makegood.cases;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** The same Idempotency-Key came with another body. */
public final class IdempotencyKeyReused extends BusinessRefusal {
    IdempotencyKeyReused() {
        super(new Text("This Idempotency-Key was used with another request.", "该 Idempotency-Key 已用于另一个请求。"));
    }

    @Override
    public int status() {
        return 409;
    }
}
