package makegood.exchanges;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The articles that are wanted instead, as people write them: {@code NEW-42}, or with pieces {@code NEW-42:1, NEW-43:2}. */
final class WantedArticles {
    private static final Pattern PIECES = Pattern.compile("(.+?)\\s*[:：×]\\s*([1-9][0-9]{0,5})");

    private WantedArticles() {}

    /** Pieces by article; empty when they do not add up to {@code pieces}. */
    static Map<String, Integer> read(String text, int pieces) {
        var parts = text.split("[,，;；]");
        var articles = new LinkedHashMap<String, Integer>();
        for (var part : parts) {
            var written = PIECES.matcher(part.strip());
            if (written.matches()) {
                articles.merge(written.group(1), Integer.parseInt(written.group(2)), Integer::sum);
            } else if (!part.isBlank()) {
                articles.merge(part.strip(), parts.length == 1 ? pieces : 1, Integer::sum);
            }
        }
        return articles.values().stream().mapToInt(Integer::intValue).sum() == pieces ? articles : Map.of();
    }
}
