package makegood.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Writes {@code docs/tasks.md} from the models, the forms and the kit's words. */
public final class TasksPage {
    static final Path PAGE = Path.of("docs/tasks.md");
    private static final Path WORDS =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts/words.js");
    private static final Pattern ELEMENT = Pattern.compile("<mg-(\\w+)\\s([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=\"([^\"]*)\")?");
    private static final int INLINE = 6;

    public record Task(String process, String element, String en, String zh, String team, String form) {}

    public record Field(String kind, Properties attributes) {
        public String get(String name) {
            return attributes.getProperty(name, "");
        }

        public boolean has(String name) {
            return attributes.containsKey(name);
        }

        public String list() {
            return has("list") ? get("list") : get("name");
        }

        /** The names that are sent; a row field sends one of each per line. */
        public List<String> names() {
            return has("data-field") ? List.of(get("data-field").split(" ")) : List.of(get("name"));
        }
    }

    private final JsonNode words;
    private final TreeSet<String> lists = new TreeSet<>();

    public TasksPage() throws IOException {
        var script = Files.readString(WORDS);
        words = new ObjectMapper().readTree(script.substring(script.indexOf("export default") + 14));
    }

    public static List<Task> tasks() throws IOException {
        var chinese = new Properties();
        try (Reader names = Files.newBufferedReader(Path.of("processes/names_zh.properties"))) {
            chinese.load(names);
        }
        var tasks = new ArrayList<Task>();
        try (var models = Files.list(Path.of("processes"))) {
            for (var file :
                    models.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList()) {
                tasks.addAll(tasks(file, chinese));
            }
        }
        tasks.sort(Comparator.comparing((Task t) -> t.team().isEmpty() ? 0 : 1).thenComparing(Task::element));
        return tasks;
    }

    private static List<Task> tasks(Path file, Properties chinese) {
        var model = Bpmn.readModelFromFile(file.toFile());
        var process = model.getModelElementsByType(Process.class).iterator().next();
        var tasks = new ArrayList<Task>();
        for (var task : model.getModelElementsByType(UserTask.class)) {
            var zh = chinese.getProperty(process.getId() + "." + task.getId(), task.getName());
            var team = String.valueOf(task.getCamundaCandidateGroups());
            tasks.add(
                    new Task(process.getId(), task.getId(), task.getName(), zh, team, form(task.getCamundaFormKey())));
        }
        for (var start : model.getModelElementsByType(StartEvent.class)) {
            if (start.getCamundaFormKey() != null) {
                var zh = chinese.getProperty(process.getId(), process.getName());
                var form = form(start.getCamundaFormKey());
                tasks.add(new Task(process.getId(), start.getId(), process.getName(), zh, "", form));
            }
        }
        return tasks;
    }

    private static String form(String key) {
        return key == null ? "" : key.replace("embedded:deployment:", "");
    }

    public static List<Field> fields(String form) throws IOException {
        var fields = new ArrayList<Field>();
        var element = ELEMENT.matcher(Files.readString(Path.of(form)));
        while (element.find()) {
            var attributes = new Properties();
            var attribute = ATTRIBUTE.matcher(element.group(2));
            while (attribute.find()) {
                attributes.setProperty(attribute.group(1), attribute.group(2) == null ? "" : attribute.group(2));
            }
            if (attributes.containsKey("name")) {
                fields.add(new Field(element.group(1), attributes));
            }
        }
        return fields;
    }

    String write() throws IOException {
        var page = new StringBuilder("""
                # Tasks and their fields · 任务与字段

                Generated from `processes/` and `forms/`; a test keeps it true. Every field can also be sent to
                `POST /engine-rest/task/{id}/complete` as a variable of the same name; none of them becomes a process variable.
                Amounts are minor units. `n` is the line of the order.
                由流程模型与表单生成，并由测试核对。金额以最小货币单位（分）传递，`n` 为订单行号。
                """);
        for (var task : tasks()) {
            page.append("\n## ")
                    .append(task.en())
                    .append(" · ")
                    .append(task.zh())
                    .append("\n\n");
            page.append('`')
                    .append(task.element())
                    .append("` in `")
                    .append(task.process())
                    .append('`');
            page.append(task.team().isEmpty() ? "" : ", team `" + task.team() + "`");
            page.append(" · [form](../").append(task.form()).append(")\n\n");
            page.append("| field | in words | type and values | asked |\n| --- | --- | --- | --- |\n");
            for (var field : fields(task.form())) {
                row(page, field);
            }
        }
        page.append("\n## Codes · 代码\n");
        for (var list : lists) {
            page.append("\n### ").append(list).append("\n\n| code | en | zh |\n| --- | --- | --- |\n");
            for (var code : words.at("/lists/" + list).properties()) {
                page.append("| `").append(code.getKey()).append("` | ");
                page.append(code.getValue().get(0).asText()).append(" | ");
                page.append(code.getValue().get(1).asText()).append(" |\n");
            }
        }
        return page.toString();
    }

    private void row(StringBuilder page, Field field) {
        for (var name : field.names()) {
            var pair = words.at("/fields/" + name);
            page.append("| `")
                    .append(name)
                    .append(field.has("data-field") ? "_n" : "")
                    .append("` | ");
            page.append(pair.path(0).asText())
                    .append(" · ")
                    .append(pair.path(1).asText())
                    .append(" | ");
            page.append(type(field, name)).append(" | ").append(asked(field)).append(" |\n");
        }
    }

    private static String asked(Field field) {
        var when = field.has("when") ? "when `" + field.get("when") + "`" : "";
        return ((field.has("required") ? "required " : "") + when).strip();
    }

    private String type(Field field, String name) {
        if (field.has("data-field")) {
            return switch (name) {
                case "receivedQuantity", "resendQuantity" -> "Integer";
                case "receivedSku" -> "String";
                default -> codes(name, "");
            };
        }
        return switch (field.kind()) {
            case "amount" -> "Long";
            case "code" -> "Boolean".equals(field.get("type")) ? "Boolean" : codes(field.list(), field.get("values"));
            case "pieces" -> "String `line:quantity,…`, empty = whole order";
            case "store" -> "String, a store of the caller";
            default -> "String" + (field.has("max") ? ", at most " + field.get("max") : ", at most 2000");
        };
    }

    /** The codes a field may send: those of its list, or the chosen few of them. */
    public List<String> codesOf(Field field, String name) {
        var chosen = new ArrayList<String>();
        words.at("/lists/" + (field.has("data-field") ? name : field.list()))
                .fieldNames()
                .forEachRemaining(chosen::add);
        if (!field.get("values").isEmpty()) {
            chosen.retainAll(List.of(field.get("values").split(" ")));
        }
        return chosen;
    }

    private String codes(String list, String values) {
        var chosen = new ArrayList<String>();
        words.at("/lists/" + list).fieldNames().forEachRemaining(chosen::add);
        if (!values.isEmpty()) {
            chosen.retainAll(List.of(values.split(" ")));
        }
        lists.add(list);
        return chosen.size() > INLINE
                ? "[" + list + "](#" + list.toLowerCase() + ")"
                : "`" + String.join("` `", chosen) + "`";
    }
}
