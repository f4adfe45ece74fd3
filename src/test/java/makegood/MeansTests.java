package makegood;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The means themselves: what the other tests stand on is really there. */
class MeansTests {
    @Test
    @NeedsChromium
    void chromiumStarts() throws IOException, InterruptedException {
        var chromium = new ProcessBuilder(Means.chromium().toString(), "--version", "--no-sandbox")
                .redirectErrorStream(true)
                .start();
        assertThat(chromium.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(chromium.exitValue()).isZero();
    }

    @Test
    @NeedsMySql
    void freshDatabaseKeepsEmojiAndRareNames() throws Exception {
        try (var connection = DriverManager.getConnection(MySql.freshDatabase(), MySql.user(), MySql.password());
                var statement = connection.createStatement()) {
            statement.execute("create table words (said varchar(20))");
            statement.execute("insert into words values ('😡𠮷')");
            var words = statement.executeQuery("select said from words");
            assertThat(words.next()).isTrue();
            assertThat(words.getString(1)).isEqualTo("😡𠮷");
        }
    }

    @Test
    @NeedsJar
    void jarIsPackaged() {
        assertThat(Means.jar()).isRegularFile();
    }
}
