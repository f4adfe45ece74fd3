package makegood.stores;

import java.util.List;
import makegood.platform.BusinessRefusal;
import makegood.platform.FieldError;
import makegood.platform.Text;

/** A shop may only be kinder than the law: a promise below it is refused, and the law is named. */
public final class BelowStatutoryFloor extends BusinessRefusal {
    private final transient List<FieldError> errors;

    BelowStatutoryFloor(List<FieldError> errors) {
        super(new Text("Below what the law demands: " + joined(errors, false), "低于法定标准：" + joined(errors, true)));
        this.errors = List.copyOf(errors);
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }

    private static String joined(List<FieldError> errors, boolean zh) {
        return String.join(
                zh ? "；" : "; ",
                errors.stream()
                        .map(e -> zh ? e.detail().zh() : e.detail().en())
                        .distinct()
                        .toList());
    }
}
