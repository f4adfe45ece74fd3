package makegood.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.orders.Line;
import makegood.orders.Orders;
import makegood.orders.ReturnWindows;
import makegood.orders.Window;
import makegood.stores.Stores;
import org.springframework.stereotype.Component;

/**
 * The facts that {@code return-eligibility} and {@code freight-payer} read (rules.md 4.6, 4.7), for returns and exchanges
 * alike. A case about several lines is judged by the line that speaks most against it, so that a person looks before
 * anything is refused or granted wholesale.
 */
@Component
public class Eligibility {
    private static final List<String> WORST_EXCEPTION =
            List.of("HARD", "SOFT_CONFIRMED", "SOFT_UNCONFIRMED", "NONE", "PROMISED");
    private static final List<Window> WORST_WINDOW = List.of(Window.OUT, Window.UNKNOWN, Window.IN);

    private final ReturnWindows windows;
    private final Orders orders;
    private final Stores stores;

    Eligibility(ReturnWindows windows, Orders orders, Stores stores) {
        this.windows = windows;
        this.orders = orders;
        this.stores = stores;
    }

    public Map<String, Object> facts(CaseFacts c, CaseKind asked) {
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        var store = stores.known(c.store());
        var at = c.openedAt();
        var lines =
                c.lines().stream().map(l -> order.line(l.line()).orElseThrow()).toList();
        var facts = new HashMap<String, Object>();
        facts.put("safety", c.reason() == Reason.SAFETY_HAZARD);
        facts.put("jurisdiction", store.jurisdiction().name());
        facts.put("kind", asked.name());
        facts.put("reason", c.reason().name());
        facts.put("reasonClass", c.reason().reasonClass());
        facts.put(
                "noReason",
                worst(lines.stream()
                        .map(l -> windows.noReason(order, l, store, at))
                        .toList()));
        facts.put(
                "quality",
                worst(lines.stream()
                        .map(l -> windows.quality(order, l, store, at))
                        .toList()));
        facts.put(
                "shop",
                worst(lines.stream().map(l -> windows.shop(order, l, store, at)).toList()));
        facts.put(
                "warranty",
                worst(lines.stream()
                        .map(l -> windows.warranty(order, l, store, at))
                        .toList()));
        facts.put("exception", exception(lines));
        facts.put("intact", c.goodsIntact());
        facts.put("evidence", c.evidence().name());
        facts.put("durable6m", lines.stream().anyMatch(l -> windows.durable6m(order, l, store, at)));
        return facts;
    }

    private static String worst(List<Window> found) {
        return WORST_WINDOW.stream()
                .filter(found::contains)
                .findFirst()
                .orElse(Window.UNKNOWN)
                .name();
    }

    private String exception(List<Line> lines) {
        var found = lines.stream().map(l -> windows.exception(l).name()).toList();
        return WORST_EXCEPTION.stream().filter(found::contains).findFirst().orElse("NONE");
    }

    /** {@code lane} as the eligibility gave it, null for goodwill; {@code finding} is the inspection's, or NONE before it. */
    public Map<String, Object> freight(CaseFacts c, String lane, String finding) {
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        var store = stores.known(c.store());
        var facts = new HashMap<String, Object>();
        facts.put("lane", lane == null ? "GOODWILL" : lane);
        facts.put("reason", c.reason().name());
        facts.put("reasonClass", c.reason().reasonClass());
        facts.put("jurisdiction", store.jurisdiction().name());
        facts.put("informedOfCost", order.informedOfCost());
        facts.put("freeReturn", order.freeReturn() || store.promises().freeReturn());
        facts.put("insured", order.freightInsured());
        facts.put("finding", finding);
        return facts;
    }
}
