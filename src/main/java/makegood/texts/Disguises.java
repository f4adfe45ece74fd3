package makegood.texts;

import java.util.Comparator;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Undoes what is done to single letters: foreign look-alikes, letters kept apart, figures for letters. */
final class Disguises {
    private static final String LOOKS_LIKE = "аеорсухіѕјԁһкмтвнгαεορτυχικνγωηβ";
    private static final String LATIN = "aeopcyxisjdhkmtbhraeoptuxikvywnb";
    private static final Pattern MIXED = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}]+");

    private static final Pattern SPREAD_CHARACTERS =
            Pattern.compile("(?<!\\p{IsHan})\\p{IsHan}(?:[^\\p{L}\\p{N}]{1,3}\\p{IsHan}){2,}(?!\\p{IsHan})");
    private static final Pattern SPREAD_LETTERS = Pattern.compile(
            "(?<![a-z0-9])[a-z0-9@$!]([\\s.\\-_*·/|,~]{1,2})[a-z0-9@$!](?:\\1[a-z0-9@$!]){2,}(?![a-z0-9])");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}@$!]+");
    private static final Pattern FIGURES = Pattern.compile("[a-z0-9@$!|]*[a-z][a-z0-9@$!|]*[a-z0-9]");

    /** Only where one of these comes out was it a disguise: "16GB" and "A-B-C-D" stay what they are. */
    private static final Set<String> HIDDEN_WORDS = Set.of(
            "review",
            "reviews",
            "rating",
            "ratings",
            "star",
            "stars",
            "feedback",
            "comment",
            "comments",
            "coupon",
            "coupons",
            "voucher",
            "gift",
            "gifts",
            "card",
            "cash",
            "refund",
            "refunds",
            "discount",
            "reward",
            "bonus",
            "positive",
            "negative",
            "five",
            "paypal",
            "whatsapp",
            "wechat",
            "telegram",
            "money",
            "free",
            "delete",
            "remove",
            "change",
            "good",
            "great",
            "leave",
            "rebate",
            "cashback",
            "haoping",
            "fanxian",
            "hongbao",
            "chaping",
            "weixin",
            "shabi",
            "nmsl",
            "liar",
            "scam",
            "scammer",
            "sue");

    private static final Pattern HIDDEN_IN = Pattern.compile(HIDDEN_WORDS.stream()
            .filter(word -> word.length() > 3)
            .sorted(Comparator.comparing(String::length).reversed())
            .collect(Collectors.joining("|")));

    private Disguises() {}

    static String undo(String text) {
        text = each(MIXED, text, Disguises::latin);
        text = each(SPREAD_CHARACTERS, text, spread -> BETWEEN.matcher(spread).replaceAll(""));
        text = each(SPREAD_LETTERS, text, Disguises::joined);
        return each(FIGURES, text, Disguises::lettered);
    }

    private static String each(Pattern pattern, String text, UnaryOperator<String> undo) {
        return pattern.matcher(text).replaceAll((MatchResult m) -> Matcher.quoteReplacement(undo.apply(m.group())));
    }

    private static String latin(String word) {
        var plain = new StringBuilder();
        word.codePoints()
                .map(c -> LOOKS_LIKE.indexOf(c) < 0 ? c : LATIN.charAt(LOOKS_LIKE.indexOf(c)))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String joined(String spread) {
        var joined = lettered(BETWEEN.matcher(spread).replaceAll(""));
        var words = HIDDEN_IN.matcher(joined).replaceAll(" $0 ");
        return words.equals(joined) ? spread : words;
    }

    private static String lettered(String word) {
        if (!word.matches(".*[0-9@$!|].*")) {
            return word;
        }
        var letters = word.replace('0', 'o')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i')
                .replace('|', 'l');
        var withI = letters.replace('1', 'i');
        var withL = letters.replace('1', 'l');
        return HIDDEN_WORDS.contains(withI) ? withI : HIDDEN_WORDS.contains(withL) ? withL : word;
    }
}
