package makegood.people;

import java.util.Locale;
import java.util.Map;
import makegood.platform.Decisions;
import org.springframework.stereotype.Component;

/** What a person may decide, by grade: the table {@code authority}. Amounts in minor units. */
@Component
public class Authority {
    private static final long NO_LIMIT = -1;
    private final Decisions decisions;
    private final People people;

    Authority(Decisions decisions, People people) {
        this.decisions = decisions;
        this.people = people;
    }

    /** 0 = not at all, -1 = without limit, else the largest amount. */
    public long limit(String action, String account) {
        var grade = people.grade(account);
        if (grade == Grade.NONE || grade == Grade.QUALITY) { // no columns of the table
            return 0;
        }
        var limit = decisions
                .evaluate("authority", Map.of("action", action))
                .get(grade.name().toLowerCase(Locale.ROOT));
        return limit instanceof Number number ? number.longValue() : 0;
    }

    public boolean allows(String action, String account, long amount) {
        long limit = limit(action, account);
        return limit == NO_LIMIT || (limit > 0 && amount <= limit);
    }

    /** Whether a second person is needed, whatever the amount. */
    public boolean needsTwo(String action) {
        return Boolean.TRUE.equals(
                decisions.evaluate("authority", Map.of("action", action)).get("dual"));
    }
}
