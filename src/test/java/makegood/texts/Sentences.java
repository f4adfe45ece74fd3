package makegood.texts;

import java.util.List;
import java.util.stream.Stream;

/** Sentences of {@code src/test/resources/texts}: one a line, with what stands before it where a file says so. */
final class Sentences {
    private static final String PUBLIC = "PUBLIC_REPLY:";

    /** @param group the class that is expected, empty where none is said */
    record Sentence(String group, TextPurpose purpose, String text) {
        TextCheck checkedBy(TextGuard guard) {
            return guard.check(text, purpose);
        }
    }

    private Sentences() {}

    static List<Sentence> of(String... files) {
        return Stream.of(files)
                .flatMap(file -> Lines.of("/texts/" + file + ".txt").stream())
                .map(Sentences::read)
                .toList();
    }

    private static Sentence read(String line) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
            return new Sentence(line.substring(0, tab), TextPurpose.PUBLIC_REPLY, line.substring(tab + 1));
        }
        return line.startsWith(PUBLIC)
                ? new Sentence("", TextPurpose.PUBLIC_REPLY, line.substring(PUBLIC.length()))
                : new Sentence("", TextPurpose.MESSAGE, line);
    }
}
