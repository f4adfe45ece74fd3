package makegood.texts;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it is meant, however it is spelled: NFKC, lower case, simplified characters, nothing invisible, nothing put
 * between the characters of a word, look-alikes folded. Sentences end in 。 and their parts in a comma.
 */
final class PlainSpelling {
    /**
     * @param disguised somebody took pains to spell it so that a filter would not read it
     * @param foreign it holds words of a script that the rules do not know
     */
    record Plain(String text, boolean disguised, boolean foreign) {}

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Hant-Hans");
    private static final List<LookAlike> SIGNS = LookAlike.read(false);
    private static final List<LookAlike> DISGUISES = LookAlike.read(true);

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{20E3}\\x{1F3FB}-\\x{1F3FF}]+");
    /** The zero-width joiner belongs to emoji, which are no letters. */
    private static final Pattern HIDDEN = Pattern.compile("(?<=[\\p{L}\\p{N}])\\p{Cf}+(?=[\\p{L}\\p{N}])");

    private static final Pattern ACCENTS = Pattern.compile("(?<=\\p{IsLatin})\\p{Mn}+");
    private static final Pattern OTHER_SCRIPT =
            Pattern.compile("[\\p{L}&&[^\\p{IsLatin}\\p{IsHan}\\p{IsCyrillic}\\p{IsGreek}]]{2,}|"
                    + "(?<![\\p{L}])[\\p{IsCyrillic}\\p{IsGreek}]{2,}(?![\\p{L}])");

    private static final Pattern QUOTES = Pattern.compile("[\"'“”‘’`´「」『』《》]");
    private static final Pattern PARTS = Pattern.compile("\\s*[()\\[\\]{}【】〔〕<>〈〉、,:]+");
    private static final Pattern DECORATION =
            Pattern.compile("(?<=\\p{IsHan})[^\\p{L}\\p{N}。,!?;.…\\n\\r+]+(?=\\p{IsHan})");
    private static final Pattern BLANKS =
            Pattern.compile("(?<=\\p{IsHan}) +(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}]) +(?=\\p{IsHan})");
    private static final Pattern ENDS =
            Pattern.compile("\\.(?=\\s|$|\\p{IsHan})|[。!?;…\\n\\r\\x{2028}\\x{2029}]+|\\.{2,}");
    private static final Pattern NUMERALS = Pattern.compile("[零〇一二三四五六七八九幺]{7,}");

    private PlainSpelling() {}

    static Plain of(String given) {
        var composed = NFKC.normalize(given);
        var hidden = HIDDEN.matcher(composed).find();
        var lower = INVISIBLE.matcher(composed).replaceAll("").toLowerCase(Locale.ROOT);
        boolean foreign = OTHER_SCRIPT.matcher(lower).find();
        var bare = NFKC.normalize(ACCENTS.matcher(NFD.normalize(lower)).replaceAll(""));
        var simple = QUOTES.matcher(SIMPLIFIED.transliterate(bare)).replaceAll("");
        var spelled = Disguises.undo(simple);
        var signed = fold(spelled, SIGNS);
        var tidy = tidy(NUMERALS.matcher(signed).replaceAll(m -> digits(m.group())));
        var plain = fold(tidy, DISGUISES);
        return new Plain(plain, hidden || !spelled.equals(simple) || !plain.equals(tidy), foreign);
    }

    private static String fold(String text, List<LookAlike> alikes) {
        for (var alike : alikes) {
            text = alike.pattern().matcher(text).replaceAll(alike.plain());
        }
        return text;
    }

    private static String tidy(String text) {
        text = PARTS.matcher(text).replaceAll(",");
        text = DECORATION.matcher(text).replaceAll("");
        text = BLANKS.matcher(text).replaceAll("");
        text = ENDS.matcher(text).replaceAll("。");
        return text.replaceAll("\\s+", " ").replaceAll(" ?([。,]) ?", "$1").strip();
    }

    private static String digits(String numerals) {
        var digits = new StringBuilder();
        numerals.chars().forEach(c -> digits.append(c == '幺' ? 1 : Math.max(0, "〇一二三四五六七八九".indexOf(c))));
        return digits.toString();
    }
}
