package makegood.texts;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import makegood.platform.Text;

/** What the guard says of a text: the verdict and every class that it found, the weightiest kind of reason first. */
public record TextCheck(TextVerdict verdict, List<TextClass> classes) {
    static final TextCheck PASSED = new TextCheck(TextVerdict.PASS, List.of());

    /** No rule has found anything: the words only sound like others. */
    public boolean onlySounds() {
        return classes.equals(List.of(TextClass.SOUNDS_WRONG));
    }

    /** Codes for a table column, comma separated. */
    public String codes() {
        return classes.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** Name, basis and lawful wording of every class, as sentences for people. */
    public Text words() {
        return words(classes);
    }

    /** The same for classes that were kept as {@link #codes}. */
    public static Text wordsOf(String codes) {
        return words(List.of(codes.split(",")).stream()
                .filter(code -> !code.isBlank())
                .map(TextClass::valueOf)
                .toList());
    }

    private static Text words(Collection<TextClass> classes) {
        return new Text(
                classes.stream().map(c -> c.words().en()).collect(Collectors.joining(" ")),
                classes.stream().map(c -> c.words().zh()).collect(Collectors.joining("")));
    }
}
