package makegood.cases;

import java.util.Map;

/** Part of what a customer sends back was lost on the way: pieces by order line, refunded as announced. */
public record PiecesLost(String caseNumber, Map<Integer, Integer> pieces) {}
