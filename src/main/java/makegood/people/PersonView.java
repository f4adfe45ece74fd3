package makegood.people;

import java.time.Instant;
import java.util.List;

/** An account as administrators see it; never its password. */
public record PersonView(
        String account, Grade grade, List<String> teams, List<String> stores, boolean demo, Instant createdAt) {}
