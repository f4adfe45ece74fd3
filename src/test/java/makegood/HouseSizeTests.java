package makegood;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Budgets of size: 150 lines, 120 for a process class. Over it one asks why; far over it the build says no. */
class HouseSizeTests {
    private static final int FAR_OVER = 250;

    @Test
    void classesStaySmall() throws IOException {
        var lines = new TreeMap<String, Long>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> lines.put(name(file), lines(file)));
        }
        assertThat(lines).isNotEmpty();
        lines.entrySet().removeIf(e -> e.getValue() <= (e.getKey().endsWith("Process") ? 120 : 150));
        System.out.println("Classes over their budget of lines: " + lines);
        assertThat(lines).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(FAR_OVER));
    }

    @Test
    void readmesStayShort() {
        assertThat(lines(Path.of("README.md"))).isLessThanOrEqualTo(120);
        assertThat(lines(Path.of("README.zh-CN.md"))).isLessThanOrEqualTo(120);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
