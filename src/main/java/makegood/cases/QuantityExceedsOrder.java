package makegood.cases;

import java.util.List;
import makegood.platform.BusinessRefusal;
import makegood.platform.FieldError;
import makegood.platform.Text;

/** More pieces than were bought and not yet returned. */
public final class QuantityExceedsOrder extends BusinessRefusal {
    private final transient FieldError error;

    QuantityExceedsOrder(int line, int left) {
        super(text(line, left));
        error = new FieldError("lines", "QUANTITY_EXCEEDS_ORDER", text(line, left));
    }

    private static Text text(int line, int left) {
        return new Text(
                "Line " + line + " has only " + left + " piece(s) left to return.",
                "第 " + line + " 行只剩 " + left + " 件可申请。");
    }

    @Override
    public List<FieldError> errors() {
        return List.of(error);
    }
}
