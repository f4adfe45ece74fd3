package makegood.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import makegood.desk.TasksPage;

/** Answers to any task, drawn from what its form can send: right ones and wrong ones. */
final class RandomAnswers {
    private static final List<String> WORDS =
            List.of("好的，我们马上处理", "We are on it", "已核实", "Sorry for the trouble", "请稍候");
    private final TasksPage page;
    private final Map<String, List<TasksPage.Field>> forms = new HashMap<>();

    RandomAnswers() {
        try {
            page = new TasksPage();
            for (var task : TasksPage.tasks()) {
                forms.put(task.element(), TasksPage.fields(task.form()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param lines numbers of the case's lines; sums: amounts that make sense in the case */
    Map<String, Object> to(String element, Random dice, List<Integer> lines, List<Long> sums, List<String> skus) {
        var answers = new HashMap<String, Object>();
        for (var field : forms.get(element)) {
            if (!asked(field, answers) || !field.has("required") && !field.has("data-field") && dice.nextInt(3) > 0) {
                continue;
            }
            for (var name : field.names()) {
                if (field.has("data-field")) {
                    lines.forEach(line -> put(answers, name + "_" + line, value(field, name, dice, sums, skus)));
                } else {
                    put(answers, name, value(field, name, dice, sums, skus));
                }
            }
        }
        return answers;
    }

    /** Fields that show only with certain answers are sent only with them. */
    private static boolean asked(TasksPage.Field field, Map<String, Object> answers) {
        var condition = field.get("when").split("=", 2);
        return condition.length < 2
                || List.of(condition[1].split(",")).contains(String.valueOf(answers.get(condition[0])));
    }

    private static void put(Map<String, Object> answers, String name, Object value) {
        if (value != null) {
            answers.put(name, value);
        }
    }

    private Object value(TasksPage.Field field, String name, Random dice, List<Long> sums, List<String> skus) {
        if ("Boolean".equals(field.get("type"))) {
            return dice.nextBoolean();
        }
        if (name.toLowerCase(java.util.Locale.ROOT).endsWith("sku")) {
            return dice.nextInt(3) == 0 ? one(skus, dice) : null;
        }
        if (name.toLowerCase(java.util.Locale.ROOT).contains("quantity")) {
            return (long) dice.nextInt(3);
        }
        if (name.endsWith("Until") || name.endsWith("At") || name.endsWith("Date") || name.endsWith("On")) {
            return java.time.LocalDate.of(2027, 1, 1 + dice.nextInt(28)).toString();
        }
        if (name.toLowerCase(java.util.Locale.ROOT).endsWith("trackingnumber")) {
            return "SF" + dice.nextInt(1_000_000);
        }
        if (name.toLowerCase(java.util.Locale.ROOT).contains("amount")) {
            return one(sums, dice);
        }
        if (name.toLowerCase(java.util.Locale.ROOT).contains("weight")) {
            return 100L + dice.nextInt(2000);
        }
        if (name.equals("lines") || name.equals("agentNamed")) {
            return name.equals("lines") ? "1:1" : "agent";
        }
        var codes = page.codesOf(field, name);
        if (!codes.isEmpty()) {
            return one(codes, dice);
        }
        return switch (field.kind()) {
            case "amount" -> one(sums, dice);
            case "message" -> dice.nextInt(3) == 0 ? "" : one(WORDS, dice);
            case "code" -> dice.nextBoolean();
            default -> one(WORDS, dice) + dice.nextInt(1000);
        };
    }

    static <T> T one(List<T> all, Random dice) {
        return all.get(dice.nextInt(all.size()));
    }
}
