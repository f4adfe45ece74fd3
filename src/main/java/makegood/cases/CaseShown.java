package makegood.cases;

import java.util.Map;

/**
 * A case is about to be shown to somebody who works on it. The procedures add what the person needs to decide:
 * {@code proposal} sums (minor units), codes and words, {@code lines} by line number (received, finding, grade, share).
 */
public record CaseShown(
        String caseNumber,
        String taskId,
        String element,
        Map<String, Object> proposal,
        Map<Integer, Map<String, Object>> lines) {}
