package makegood.orders;

import java.util.Set;

/** Answered by module cases, which imports this one: order lines that an open case is about cannot vanish. */
@FunctionalInterface
public interface LinesInCases {
    Set<Integer> of(String store, String orderNumber);
}
