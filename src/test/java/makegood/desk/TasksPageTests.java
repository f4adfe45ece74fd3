package makegood.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dmakegood.write=true} to write the page anew. */
class TasksPageTests {

    @Test
    void thePageOfTasksIsTrue() throws IOException {
        var written = new TasksPage().write();
        if (Boolean.getBoolean("makegood.write")) {
            Files.writeString(TasksPage.PAGE, written);
        }
        assertThat(Files.readString(TasksPage.PAGE)).isEqualTo(written);
    }

    @Test
    void everyFormIsOfATaskAndEveryTaskHasItsForm() throws IOException {
        var named = new TreeSet<String>();
        for (var task : TasksPage.tasks()) {
            named.add(task.form());
        }
        var there = new TreeSet<String>();
        try (var forms = Files.list(Path.of("forms"))) {
            forms.forEach(form -> there.add("forms/" + form.getFileName()));
        }
        assertThat(there).isEqualTo(named);
    }

    @Test
    void everyFieldIsReadBySomeStepOfTheServer() throws IOException {
        var server = server();
        for (var task : TasksPage.tasks()) {
            for (var field : TasksPage.fields(task.form())) {
                for (var name : field.names()) {
                    var asked = name.replaceFirst("_[23]$", ""); // the second and third of the same kind
                    assertThat(server.contains('"' + asked + '"') || server.contains('"' + asked + '_'))
                            .as("%s of %s", name, task.form())
                            .isTrue();
                }
            }
        }
    }

    private static String server() throws IOException {
        var all = new StringBuilder();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(source));
            }
        }
        return all.toString();
    }
}
