package makegood;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point to is there, and both READMEs say the same things. */
class DocumentsTests {
    private static final Pattern FENCE = Pattern.compile("(?s)```.*?```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern NAMED = Pattern.compile(
            "`((?:docs|forms|processes|src|\\.ci|\\.mvn)/[\\w./*-]+|[\\w-]+\\.(?:md|yaml|xml|bpmn|dmn|properties))`");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+(?:Tests|Process))`");

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        var broken = new ArrayList<String>();
        for (var document : documents()) {
            var links = LINK.matcher(prose(document));
            while (links.find()) {
                var link = links.group(1) == null ? links.group(2) : links.group(1);
                if (!link.matches("(?i)[a-z]+:.*") && !leads(document, link)) broken.add(document + " -> " + link);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyFileThatIsNamedIsThere() throws IOException {
        var missing = new ArrayList<String>();
        for (var document : documents()) {
            var names = NAMED.matcher(prose(document));
            while (names.find()) {
                var name = names.group(1);
                if (!name.contains("*") && !isThere(name)) missing.add(document + " names " + name);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyClassThatIsNamedIsThere() throws IOException {
        var missing = new ArrayList<String>();
        for (var document : documents()) {
            var names = CLASS.matcher(prose(document));
            while (names.find()) {
                if (!isSource(names.group(1))) missing.add(document + " names " + names.group(1));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void bothReadmesHaveTheSameShape() throws IOException {
        assertThat(shape("README.zh-CN.md")).isEqualTo(shape("README.md"));
        assertThat(code("README.zh-CN.md")).isEqualTo(code("README.md"));
    }

    private static List<Path> documents() throws IOException {
        var found = new ArrayList<Path>();
        try (var top = Files.list(Path.of("."));
                var docs = Files.walk(Path.of("docs"))) {
            Stream.concat(top, docs)
                    .map(Path::normalize)
                    .filter(file -> file.toString().endsWith(".md"))
                    .forEach(found::add);
        }
        assertThat(found).contains(Path.of("README.md"), Path.of("README.zh-CN.md"), Path.of("CONTRIBUTING.md"));
        return found;
    }

    private static String prose(Path document) throws IOException {
        return FENCE.matcher(Files.readString(document)).replaceAll("");
    }

    private static boolean leads(Path document, String link) throws IOException {
        var parts = link.split("#", 2);
        var file = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    /** Anchors as the usual viewers make them of headings. */
    private static List<String> anchors(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.matches("#+ .*"))
                    .map(line -> line.replaceFirst("#+ ", "").toLowerCase(java.util.Locale.ROOT))
                    .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
                    .toList();
        }
    }

    /** A path from the top, or the bare name of a file that stands at the top or in one of the known folders. */
    private static boolean isThere(String name) {
        return Stream.of("", "docs", "processes", "src/main/resources", "src/main/resources/messages")
                .anyMatch(folder -> Files.exists(Path.of(folder, name)));
    }

    private static boolean isSource(String type) throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.anyMatch(file -> file.getFileName().toString().equals(type + ".java"));
        }
    }

    private static List<Integer> shape(String readme) throws IOException {
        return FENCE.matcher(Files.readString(Path.of(readme)))
                .replaceAll("")
                .lines()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.indexOf(' '))
                .toList();
    }

    /** The commands, without what is said about them. */
    private static List<String> code(String readme) throws IOException {
        return FENCE.matcher(Files.readString(Path.of(readme)))
                .results()
                .flatMap(block -> block.group().lines())
                .map(line -> line.replaceFirst("\\s*#.*", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }
}
