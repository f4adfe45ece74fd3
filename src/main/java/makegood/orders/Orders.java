package makegood.orders;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What other modules ask about orders. */
@Service
public class Orders {
    private final OrderRows rows;

    Orders(OrderRows rows) {
        this.rows = rows;
    }

    public Optional<Order> find(String store, String orderNumber) {
        return rows.find(store, orderNumber);
    }

    /** Holds the order's row until the transaction ends: cases over the same lines decide one after the other. */
    public boolean lock(String store, String orderNumber) {
        return rows.lock(store, orderNumber);
    }

    /** For reveals that are logged; empty when the order is unknown. */
    public Optional<PersonalData> personalData(String store, String orderNumber) {
        return rows.personalData(store, orderNumber);
    }

    /** The orders that this payment stands in: payment numbers are unique within a store only. */
    public List<Order> withPayment(String paymentNumber) {
        return rows.withPayment(paymentNumber);
    }
}
