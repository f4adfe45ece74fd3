package makegood.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code guard-rules.txt}, read once; how its lines are meant, its head says. */
final class GuardRules {
    private static final Pattern GROUP = Pattern.compile("\\{([A-Z_]+)}");
    private static final Pattern RULE = Pattern.compile("(refuse|look) ([A-Z_]+)( \\[public])?( near| text)?: (.+)");
    private static final Pattern WORDS = Pattern.compile("([A-Z_]+) (\\+?=) (.+)");

    private final Map<String, String> groups = new HashMap<>();
    private final List<Pattern> senses = new ArrayList<>();
    private final List<Pattern> allowed = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    /** How far apart the words of a rule may stand. */
    enum Reach {
        SENTENCE,
        NEIGHBOURS,
        TEXT
    }

    /** @param wanted all of them within the same words; unwanted: none of them there */
    record Rule(
            TextVerdict verdict,
            TextClass textClass,
            boolean publicOnly,
            Reach reach,
            List<Pattern> wanted,
            List<Pattern> unwanted) {
        boolean fires(String words) {
            return wanted.stream().allMatch(p -> p.matcher(words).find())
                    && unwanted.stream().noneMatch(p -> p.matcher(words).find());
        }
    }

    GuardRules() {
        Lines.of("/texts/guard-rules.txt").forEach(this::read);
    }

    List<Rule> rules() {
        return rules;
    }

    /** The text without words that only look like those of the rules. */
    String withoutOtherSenses(String plain) {
        return without(plain, senses);
    }

    /** The text without what may be said of reviews. */
    String withoutAllowed(String plain) {
        return without(plain, allowed);
    }

    private static String without(String plain, List<Pattern> patterns) {
        for (var pattern : patterns) {
            plain = pattern.matcher(plain).replaceAll("·");
        }
        return plain;
    }

    private void read(String line) {
        var words = WORDS.matcher(line);
        var rule = RULE.matcher(line);
        if (words.matches()) {
            var more = filled(words.group(3));
            groups.merge(words.group(1), more, (known, added) -> known + "|" + added);
        } else if (line.startsWith("sense ")) {
            senses.add(pattern(line.substring(6)));
        } else if (line.startsWith("allow ")) {
            allowed.add(pattern(line.substring(6)));
        } else if (rule.matches()) {
            rules.add(rule(rule));
        } else {
            throw new IllegalStateException("no rule of the text guard: " + line);
        }
    }

    private Rule rule(Matcher line) {
        var verdict = "refuse".equals(line.group(1)) ? TextVerdict.REFUSE : TextVerdict.SECOND_LOOK;
        var wanted = new ArrayList<Pattern>();
        var unwanted = new ArrayList<Pattern>();
        for (var part : line.group(5).split(" && ")) {
            if (part.startsWith("!")) {
                unwanted.add(pattern(part.substring(1)));
            } else {
                wanted.add(pattern(part));
            }
        }
        return new Rule(
                verdict,
                TextClass.valueOf(line.group(2)),
                line.group(3) != null,
                reach(line.group(4), verdict),
                wanted,
                unwanted);
    }

    private static Reach reach(String said, TextVerdict verdict) {
        if (said != null) {
            return said.endsWith("text") ? Reach.TEXT : Reach.NEIGHBOURS;
        }
        return verdict == TextVerdict.REFUSE ? Reach.SENTENCE : Reach.NEIGHBOURS;
    }

    private String filled(String regex) {
        return GROUP.matcher(regex).replaceAll(m -> {
            var group = groups.get(m.group(1));
            if (group == null) {
                throw new IllegalStateException("no words of the text guard: " + m.group(1));
            }
            return Matcher.quoteReplacement("(?:" + group + ")");
        });
    }

    private Pattern pattern(String regex) {
        return Pattern.compile(Lines.asciiWords(filled(regex)));
    }
}
