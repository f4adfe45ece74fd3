package makegood.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The word lists of the guard: text files beside the classes, {@code #} begins a comment line. */
final class Lines {
    private static final String WORD_EDGE = "(?:(?<![a-z0-9])(?=[a-z0-9])|(?<=[a-z0-9])(?![a-z0-9]))";

    private Lines() {}

    static List<String> of(String resource) {
        try (var in = Lines.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    /** {@code \b} between Latin letters and Chinese characters too, which depends on the Java version otherwise. */
    static String asciiWords(String regex) {
        return regex.replace("\\b", WORD_EDGE);
    }
}
