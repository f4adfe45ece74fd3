package makegood.platform;

import java.util.List;

/** Input that breaks a rule of its field; nothing was stored. */
public final class InvalidInput extends BusinessRefusal {
    private final transient List<FieldError> errors;

    public InvalidInput(List<FieldError> errors) {
        super(new Text("Some fields are not right: " + details(errors, false), "有字段填写不正确：" + details(errors, true)));
        this.errors = List.copyOf(errors);
    }

    public InvalidInput(String pointer, String code, Text detail) {
        this(List.of(new FieldError(pointer, code, detail)));
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }

    private static String details(List<FieldError> errors, boolean zh) {
        return String.join(
                zh ? "；" : "; ",
                errors.stream()
                        .map(e -> e.pointer() + " – "
                                + (zh ? e.detail().zh() : e.detail().en()))
                        .limit(5)
                        .toList());
    }
}
