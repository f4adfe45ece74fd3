package makegood.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The shape of an order import, for the API's description only: {@link OrderInput} reads the JSON itself, because it tells
 * every fault with its pointer. A test compares the two.
 */
record OrderRequest(
        OrderState state,
        CustomerRequest customer,
        String country,
        Instant placedAt,
        String currency,
        Long freightPaid,
        Long codDue,
        Boolean informedOfCost,
        Boolean freeReturn,
        Boolean freightInsured,
        List<LineRequest> lines,
        List<PaymentRequest> payments,
        List<RemarkRequest> remarks,
        List<ParcelRequest> parcels,
        List<BenefitRequest> benefits) {

    record CustomerRequest(String reference, String name, String phone, String address, Tier tier) {}

    record LineRequest(
            Integer line,
            String sku,
            String product,
            String model,
            Integer quantity,
            Long paid,
            Long listPrice,
            Boolean durable,
            Boolean madeToOrder,
            Boolean perishable,
            Boolean hygiene,
            Boolean digital,
            Instant exceptionConfirmedAt,
            Boolean noReasonPromised,
            LocalDate warrantyUntil,
            LocalDate bestBefore) {}

    record PaymentRequest(String paymentNumber, String method, Long amount, Instant paidAt) {}

    record RemarkRequest(Instant at, String by, String text, RemarkFlag flag) {}

    record ParcelRequest(
            String trackingNumber,
            String carrier,
            List<Integer> lines,
            Instant shippedAt,
            Instant promisedBy,
            Instant deliveredAt,
            String signedBy) {}

    /** Coupons and points that were used up; {@code kind} COUPON or POINTS. */
    record BenefitRequest(String reference, String kind, Long value) {}

    record ScanRequest(Instant at, ScanKind kind, String place, String scanId, String signedBy) {}
}
