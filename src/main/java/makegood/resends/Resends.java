package makegood.resends;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.Cases.GoodsDue;
import makegood.cases.Reason;
import makegood.orders.Line;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.stores.StoreSettings;
import makegood.stores.Stores;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of resends, with the case, order and store they belong to. */
@Component
@Transactional
class Resends {
    private static final Set<String> NOT_IN_THE_BOX = Set.of("PICK_RECORD_WRONG", "WEIGHT_WRONG_AT_START");

    private final EntityManager entities;
    private final Cases cases;
    private final Orders orders;
    private final Stores stores;

    Resends(EntityManager entities, Cases cases, Orders orders, Stores stores) {
        this.entities = entities;
        this.cases = cases;
        this.orders = orders;
        this.stores = stores;
    }

    public Resend begin(String caseNumber) {
        var known = get(caseNumber);
        if (known != null) {
            return known;
        }
        var begun = new Resend();
        begun.caseNumber = caseNumber;
        entities.persist(begun);
        return begun;
    }

    public Resend get(String caseNumber) {
        return entities.find(Resend.class, caseNumber);
    }

    public Order order(CaseFacts c) {
        return orders.find(c.store(), c.orderNumber()).orElseThrow();
    }

    public StoreSettings store(CaseFacts c) {
        return stores.known(c.store());
    }

    public long value(String caseNumber) {
        return cases.goodsDue(caseNumber).stream()
                .mapToLong(g -> g.unitValue() * g.quantity())
                .sum();
    }

    /** Whole pieces of the order's lines; the rest are parts and gifts. */
    public List<GoodsDue> pieces(CaseFacts c) {
        var order = order(c);
        return cases.goodsDue(c.caseNumber()).stream()
                .filter(g -> order.line(g.line())
                        .map(Line::sku)
                        .filter(g.sku()::equals)
                        .isPresent())
                .toList();
    }

    /** The kind of trouble (rules.md 1.5): what was found out, else what the customer's reason says. */
    static String trouble(CaseFacts c) {
        if (c.exceptionKind() != null) {
            return c.exceptionKind();
        }
        return switch (c.reason()) {
            case MISSING_GOODS, MISSING_PARTS, EMPTY_PARCEL -> "MISSING_GOODS";
            case WRONG_GOODS -> "WRONG_GOODS";
            case DAMAGED_IN_TRANSIT -> "DAMAGED";
            case NOT_RECEIVED -> "DELIVERED_NOT_RECEIVED";
            case DELIVERY_TOO_LATE -> "OVERDUE";
            case NO_TRACKING -> "NO_UPDATE";
            default -> "NONE";
        };
    }

    /** Whether the customer holds goods of ours that they never ordered, or that may hurt them. */
    static boolean wrongGoods(CaseFacts c) {
        return trouble(c).equals("WRONG_GOODS") || c.reason() == Reason.SAFETY_HAZARD;
    }

    /** Whether the stock book says that pieces left which the warehouse never put into the box. */
    public boolean neverLeft(CaseFacts c) {
        var resend = get(c.caseNumber());
        boolean found = NOT_IN_THE_BOX.contains(resend.fact) || NOT_IN_THE_BOX.contains(c.faultCause());
        return found
                && !resend.stockCorrected
                && "WAREHOUSE_PICK".equals(c.faultUnit())
                && Set.of("MISSING_GOODS", "WRONG_GOODS").contains(trouble(c))
                && !pieces(c).isEmpty();
    }
}
