package makegood.texts;

import makegood.platform.BusinessRefusal;
import makegood.platform.FieldError;
import makegood.platform.Text;

/** Words that may not leave; the sentence names what is wrong, the law behind it, and what may be written instead. */
public final class TextRefused extends BusinessRefusal {
    private final transient TextCheck check;
    private final String pointer;

    /** @param pointer JSON pointer of the text, or the name of its form field */
    public TextRefused(TextCheck check, String pointer) {
        super(new Text(
                "These words cannot be sent. " + check.words().en(),
                "这段文字不能发出。" + check.words().zh()));
        this.check = check;
        this.pointer = pointer;
    }

    public TextCheck check() {
        return check;
    }

    @Override
    public java.util.List<FieldError> errors() {
        return check.classes().stream()
                .map(c -> new FieldError(pointer, c.name(), c.words()))
                .toList();
    }
}
