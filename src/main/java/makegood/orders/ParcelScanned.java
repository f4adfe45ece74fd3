package makegood.orders;

import java.time.Instant;

/** A scan has been recorded for the first time; published in its transaction. */
public record ParcelScanned(String trackingNumber, ScanKind kind, Instant at, String scanId) {}
