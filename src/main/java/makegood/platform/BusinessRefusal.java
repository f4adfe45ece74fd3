package makegood.platform;

import java.util.List;
import java.util.Locale;

/**
 * The house's only kind of "no": its class name is its code, {@code STOCK_UNAVAILABLE} for {@code StockUnavailable}.
 *
 * <p>Checked, because a runtime exception that leaves a transactional method marks the shared transaction rollback-only
 * and the error path drawn in the model dies with it. So refuse before changing anything.
 */
public abstract class BusinessRefusal extends Exception {
    private final Text text;

    protected BusinessRefusal(Text text) {
        super(text.zh() + " " + text.en());
        this.text = text;
    }

    public Text text() {
        return text;
    }

    public String code() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    /** HTTP status at REST: 422 unless the refusal says otherwise (404 unknown, 409 conflict, 403 not allowed). */
    public int status() {
        return 422;
    }

    public List<FieldError> errors() {
        return List.of();
    }

    /** The refusal among the causes of what was thrown, or null. */
    public static BusinessRefusal in(Throwable thrown) {
        for (var t = thrown; t != null; t = t.getCause()) {
            if (t instanceof BusinessRefusal refusal) {
                return refusal;
            }
        }
        return null;
    }
}
