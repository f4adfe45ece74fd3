package makegood.texts;

import java.util.List;
import java.util.regex.Pattern;

/** One line of {@code look-alikes.txt}: how a word may be spelled, and the word. */
record LookAlike(Pattern pattern, String plain) {
    private static final String DISGUISE = " =>";
    private static final String SIGN = " ->";

    /** Lines are applied in the order of the file. */
    static List<LookAlike> read(boolean disguises) {
        return Lines.of("/texts/look-alikes.txt").stream()
                .filter(line -> line.contains(disguises ? DISGUISE : SIGN))
                .map(line -> of(line, disguises ? DISGUISE : SIGN))
                .toList();
    }

    private static LookAlike of(String line, String arrow) {
        int at = line.lastIndexOf(arrow);
        return new LookAlike(
                Pattern.compile(Lines.asciiWords(line.substring(0, at))),
                line.substring(at + arrow.length()).strip());
    }
}
