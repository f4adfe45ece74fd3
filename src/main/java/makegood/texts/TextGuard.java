package makegood.texts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makegood.platform.Sha256;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/**
 * Reads words before they leave (rules.md 5.1). Rules over plain spelling refuse what may not be said; what speaks of
 * reviews, hides its spelling, cannot be read or sounds like what was once held back waits for a second person.
 */
@Component
public class TextGuard {
    /** Characters that the guard reads at once. */
    public static final int MAX = 4_000;

    /** The only words about a review that leave unread, unchanged and alone. */
    static final Text INVITATION = new Text(
            "You are free to update your review to match your experience; our help does not depend on it.",
            "如您愿意,可按真实体验更新评价,是否更新完全由您决定");

    private static final Set<String> APPROVED = Set.of(
            letters(INVITATION.en()),
            letters(INVITATION.zh()),
            letters(INVITATION.en() + INVITATION.zh()),
            letters(INVITATION.zh() + INVITATION.en()));

    /** How alike is too alike, in thousandths: rather two harmless ones held too many than one that should have been. */
    private static final int TOO_ALIKE = 130;

    private final Resemblance resemblance = new Resemblance();
    private final GuardRules rules = new GuardRules();
    private final Set<String> everyday = Lines.of("/texts/everyday.txt").stream()
            .flatMap(line -> Stream.of(PlainSpelling.of(line).text().split("。")))
            .map(TextGuard::figuresAside)
            .collect(Collectors.toSet());

    /** @param text as people typed it, at most {@link #MAX} characters; null and blank pass */
    public TextCheck check(String text, TextPurpose purpose) {
        if (text == null || text.isBlank() || APPROVED.contains(letters(text))) {
            return TextCheck.PASSED;
        }
        var plain = PlainSpelling.of(text);
        var words = rules.withoutOtherSenses(plain.text());
        var found = new EnumMap<TextClass, TextVerdict>(TextClass.class);
        read(words, TextVerdict.SECOND_LOOK, purpose, found);
        read(rules.withoutAllowed(words), TextVerdict.REFUSE, purpose, found);
        if (plain.disguised()) {
            found.putIfAbsent(TextClass.DISGUISED_SPELLING, TextVerdict.SECOND_LOOK);
        }
        if (plain.foreign()) {
            found.putIfAbsent(TextClass.UNREADABLE, TextVerdict.SECOND_LOOK);
        }
        if (found.isEmpty() && !everyday(plain.text()) && resemblance.of(plain.text()) >= TOO_ALIKE) {
            found.put(TextClass.SOUNDS_WRONG, TextVerdict.SECOND_LOOK);
        }
        return judged(found);
    }

    /** Nothing but sentences that every shop says; figures aside. */
    private boolean everyday(String plain) {
        return Stream.of(plain.split("。"))
                .map(TextGuard::figuresAside)
                .filter(sentence -> !sentence.isEmpty())
                .allMatch(everyday::contains);
    }

    private static String figuresAside(String sentence) {
        return letters(sentence).replaceAll("\\p{N}+", "0");
    }

    private void read(String words, TextVerdict verdict, TextPurpose purpose, Map<TextClass, TextVerdict> found) {
        var sentences = List.of(words.split("。"));
        var neighbours = new ArrayList<String>();
        for (int i = 0; i < sentences.size(); i++) {
            neighbours.add(sentences.get(i) + (i + 1 < sentences.size() ? "。" + sentences.get(i + 1) : ""));
        }
        for (var rule : rules.rules()) {
            var parts = switch (rule.reach()) {
                case SENTENCE -> sentences;
                case NEIGHBOURS -> neighbours;
                case TEXT -> List.of(words);
            };
            if (rule.verdict() == verdict
                    && (!rule.publicOnly() || purpose.isPublic())
                    && parts.stream().anyMatch(rule::fires)) {
                found.put(rule.textClass(), verdict);
            }
        }
    }

    /** A refusal names what is refused, and nothing that would only have earned a second look. */
    private static TextCheck judged(Map<TextClass, TextVerdict> found) {
        var verdict = found.values().stream().max(TextVerdict::compareTo).orElse(TextVerdict.PASS);
        return new TextCheck(
                verdict,
                found.entrySet().stream()
                        .filter(e -> e.getValue() == verdict)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** The same for words that differ only in spaces, case and punctuation; nothing can be read out of it. */
    public static String fingerprint(String text) {
        return Sha256.hex(letters(text));
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
