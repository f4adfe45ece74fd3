package makegood.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makegood.platform.Masks;
import makegood.platform.Utc;

/** An order as everybody may see it. */
public record Order(
        String store,
        String orderNumber,
        OrderState state,
        Customer customer,
        String country,
        Instant placedAt,
        String currency,
        long freightPaid,
        long freightRefunded,
        long freightHeld,
        long codDue,
        boolean informedOfCost,
        boolean freeReturn,
        boolean freightInsured,
        List<Line> lines,
        List<Payment> payments,
        List<Parcel> parcels) {

    Order with(OrderState itsState, List<Line> itsLines, List<Payment> itsPayments, List<Parcel> itsParcels) {
        return new Order(
                store,
                orderNumber,
                itsState,
                customer,
                country,
                placedAt,
                currency,
                freightPaid,
                freightRefunded,
                freightHeld,
                codDue,
                informedOfCost,
                freeReturn,
                freightInsured,
                itsLines,
                itsPayments,
                itsParcels);
    }

    public Optional<Line> line(int number) {
        return lines.stream().filter(l -> l.line() == number).findFirst();
    }

    public Optional<Payment> payment(String number) {
        return payments.stream().filter(p -> p.paymentNumber().equals(number)).findFirst();
    }

    Optional<Parcel> parcel(String trackingNumber) {
        return parcels.stream()
                .filter(p -> p.trackingNumber().equals(trackingNumber))
                .findFirst();
    }

    static Order read(ResultSet row, int n) throws SQLException {
        var person = PersonalData.read(row, n);
        return new Order(
                row.getString("store"),
                row.getString("order_number"),
                OrderState.valueOf(row.getString("state")),
                new Customer(
                        row.getString("customer_reference"),
                        Masks.name(person.name()),
                        Masks.phone(person.phone()),
                        Tier.valueOf(row.getString("tier"))),
                row.getString("country"),
                Utc.instant(row, "placed_at"),
                row.getString("currency"),
                row.getLong("freight_paid"),
                row.getLong("freight_refunded"),
                row.getLong("freight_held"),
                row.getLong("cod_due"),
                row.getBoolean("informed_of_cost"),
                row.getBoolean("free_return"),
                row.getBoolean("freight_insured"),
                List.of(),
                List.of(),
                List.of());
    }
}
