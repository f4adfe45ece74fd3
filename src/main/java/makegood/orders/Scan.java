package makegood.orders;

import java.time.Instant;

/** One scan; {@code scanId} is the carrier's, so that a repetition is known. */
public record Scan(String trackingNumber, String scanId, Instant at, ScanKind kind, String place) {}
