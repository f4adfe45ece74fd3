package makegood.orders;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import makegood.platform.Body;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.InvalidInput;
import makegood.platform.Races;
import makegood.platform.Text;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Carriers' scans over REST, of parcels to customers and back. */
@RestController
class ScansApi {
    private static final int LONGEST_NUMBER = 64;

    private final Scans scans;
    private final Clock clock;

    ScansApi(Scans scans, Clock clock) {
        this.scans = scans;
        this.clock = clock;
    }

    /** {@code recorded} is false for a scan that was known. */
    record Recorded(String trackingNumber, String scanId, boolean recorded) {}

    @PostMapping("/api/v1/parcels/{trackingNumber}/scans")
    Recorded scan(
            @PathVariable String trackingNumber,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = OrderRequest.ScanRequest.class)))
                    @RequestBody
                    JsonNode input)
            throws BusinessRefusal {
        if (trackingNumber.isBlank() || trackingNumber.length() > LONGEST_NUMBER) {
            throw new InvalidInput(
                    "trackingNumber",
                    "TOO_LONG",
                    new Text("1 to " + LONGEST_NUMBER + " characters", "1 至 " + LONGEST_NUMBER + " 个字符"));
        }
        var stores = scans.storesOf(trackingNumber);
        if (!stores.isEmpty() && stores.stream().noneMatch(Caller.current()::serves)) {
            throw new ParcelUnknown(trackingNumber);
        }
        var body = Body.of(input);
        var at = body.instant("at");
        var kind = body.required("kind", body.code("kind", ScanKind.class));
        var place = body.text("place", 200);
        var signedBy = body.text("signedBy", 100);
        var scanId = body.text("scanId", 100);
        body.refuseUnknown();
        body.check();
        var id = scanId == null || scanId.isBlank() ? fingerprint(kind + "|" + at + "|" + place) : scanId;
        var scan = new Scan(trackingNumber, id, at == null ? clock.instant() : at, kind, place);
        return new Recorded(trackingNumber, id, Races.again(() -> scans.record(scan, signedBy)));
    }

    /** The same scan without an id of its own is still the same scan. */
    private static String fingerprint(String scan) {
        return UUID.nameUUIDFromBytes(scan.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
