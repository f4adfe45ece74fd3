package makegood.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much a text sounds like those that must not leave, learnt from sentences of both kinds: {@code learnt-weights.txt}
 * says what each run of words speaks for. Rules know what is said; a hint says it in other words, and sounds like other
 * hints.
 */
final class Resemblance {
    private static final Pattern TOKEN = Pattern.compile("\\p{IsHan}|[a-z]+|\\d+|[^\\s\\p{L}\\p{N}]");
    /** What is so of every text: that most are harmless. */
    static final String ANY = "any text";

    private static final int LONGEST_RUN = 3;
    private static final int LONGEST_GAP = 2;
    /** A word or two say nothing between the lines; what they say aloud, the rules hear. */
    private static final int FEWEST = 4;
    /** Shorter passages say too little to be judged alone. */
    private static final int PASSAGE = 20;

    private final Map<String, Integer> weights = new HashMap<>();

    Resemblance() {
        for (var line : Lines.of("/texts/learnt-weights.txt")) {
            int blank = line.indexOf(' ');
            weights.put(line.substring(blank + 1), Integer.valueOf(line.substring(0, blank)));
        }
    }

    /** In thousandths: 0 like the harmless ones, 1000 like those that must not leave; of the worst passage. */
    int of(String plain) {
        return Stream.concat(Stream.of(plain), passages(plain).stream())
                .distinct()
                .mapToInt(this::like)
                .max()
                .orElseThrow();
    }

    /** A long text weighs no more than a short one. */
    private int like(String text) {
        if (tokens(text) < FEWEST) {
            return 0;
        }
        var runs = runs(text);
        int hundredths =
                runs.stream().mapToInt(run -> weights.getOrDefault(run, 0)).sum();
        var speaksFor = (hundredths / Math.sqrt(runs.size()) + weights.get(ANY)) / 100;
        return (int) Math.round(1000 / (1 + Math.exp(-speaksFor)));
    }

    /** Its sentences, a short one together with what follows. */
    static List<String> passages(String plain) {
        var passages = new ArrayList<String>();
        var sentences = plain.split("。");
        for (int from = 0; from < sentences.length; from++) {
            var passage = new StringBuilder(sentences[from]);
            long tokens = tokens(sentences[from]);
            for (int next = from + 1; next < sentences.length && tokens < PASSAGE; next++) {
                passage.append('。').append(sentences[next]);
                tokens += 1 + tokens(sentences[next]);
            }
            if (tokens >= PASSAGE) {
                passages.add(passage.toString());
            }
        }
        return passages;
    }

    private static long tokens(String text) {
        return TOKEN.matcher(text).results().count();
    }

    /** Every word or Chinese character, those that follow each other by twos and threes, and those that nearly do. */
    static Set<String> runs(String text) {
        var tokens = new ArrayList<String>(List.of("^"));
        TOKEN.matcher(text)
                .results()
                .forEach(t -> tokens.add(Character.isDigit(t.group().charAt(0)) ? "0" : t.group()));
        tokens.add("$");
        var runs = new LinkedHashSet<String>();
        for (int from = 0; from < tokens.size(); from++) {
            for (int to = from + 1; to <= Math.min(tokens.size(), from + LONGEST_RUN); to++) {
                runs.add(String.join(" ", tokens.subList(from, to)));
            }
            for (int to = from + 2; to < Math.min(tokens.size(), from + 2 + LONGEST_GAP); to++) {
                runs.add(tokens.get(from) + " _ " + tokens.get(to));
            }
        }
        return runs;
    }
}
