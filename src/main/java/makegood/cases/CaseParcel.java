package makegood.cases;

import java.time.Instant;

/**
 * A parcel of a case. {@code purpose}: ORDER the parcel that the case is about; RETURN on its way back to us; RESEND, REPLACEMENT to the customer. Instants are null
 * until it happens.
 */
public record CaseParcel(
        String trackingNumber, String carrier, String purpose, Instant sentAt, Instant deliveredAt, Instant lostAt) {}
