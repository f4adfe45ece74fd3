package makegood.orders;

import java.util.List;

/**
 * An order as another system tells it: with personal data, without what we know of it (held, refunded, returned).
 * {@code told} is the state that the system named, null when payments and parcels say it.
 */
record ImportedOrder(
        Order order, OrderState told, PersonalData person, List<Remark> remarks, List<Benefits.Used> benefits) {

    /** The same order with parcels of which we know more. */
    ImportedOrder with(List<Parcel> parcels) {
        var state = told == null ? OrderState.of(order.payments(), order.codDue(), parcels) : told;
        return new ImportedOrder(
                order.with(state, order.lines(), order.payments(), parcels), told, person, remarks, benefits);
    }
}
