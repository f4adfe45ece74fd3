package makegood.cases;

import java.time.Instant;

/** The marketplace has moved its deadline of a stage. */
public record PlatformDeadlineMoved(String caseNumber, Used used, String stage, Instant until) implements CaseFact {}
