package makegood;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The pictures in docs/processes show the models as they are; {@code docs/draw} draws them anew. */
class ProcessPicturesTests {
    private static final Path PICTURES = Path.of("docs/processes");

    @Test
    void everyModelHasAPicture() {
        assertThat(Models.all())
                .allSatisfy(model -> assertThat(PICTURES.resolve(model.id() + ".png"))
                        .isRegularFile()
                        .isNotEmptyFile());
    }

    @Test
    void picturesAreNoOlderThanTheirModels() throws IOException, NoSuchAlgorithmException {
        var models = new TreeSet<String>();
        for (var model : Models.all()) {
            var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(model.file()));
            models.add(HexFormat.of().formatHex(hash) + "  " + model.file().getFileName());
        }
        assertThat(Files.readAllLines(PICTURES.resolve("pictures.sha256")))
                .as("run docs/draw and look at the pictures")
                .containsExactlyInAnyOrderElementsOf(models);
    }
}
