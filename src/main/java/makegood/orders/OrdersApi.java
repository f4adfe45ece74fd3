package makegood.orders;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makegood.platform.Body;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.StoreUnknown;
import makegood.texts.TextGuard;
import makegood.texts.TextPurpose;
import makegood.texts.TextRefused;
import makegood.texts.TextVerdict;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders and what happens to them, over REST; for accounts that serve the store. */
@RestController
@RequestMapping("/api/v1")
class OrdersApi {
    private final Orders orders;
    private final OrderImport imports;
    private final Remarks remarks;
    private final TextGuard guard;
    private final Clock clock;

    OrdersApi(Orders orders, OrderImport imports, Remarks remarks, TextGuard guard, Clock clock) {
        this.orders = orders;
        this.imports = imports;
        this.remarks = remarks;
        this.guard = guard;
        this.clock = clock;
    }

    @PutMapping("/orders/{store}/{orderNumber}")
    ResponseEntity<Order> put(
            @PathVariable String store,
            @PathVariable String orderNumber,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = OrderRequest.class)))
                    @RequestBody
                    JsonNode order)
            throws BusinessRefusal {
        if (!Caller.current().serves(store)) {
            throw new StoreUnknown(store);
        }
        var created = imports.put(store, orderNumber, order);
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(known(store, orderNumber));
    }

    @GetMapping("/orders/{store}/{orderNumber}")
    Order order(@PathVariable String store, @PathVariable String orderNumber) throws BusinessRefusal {
        return known(store, orderNumber);
    }

    /** What the remark was and what it became. */
    record RemarkChange(Instant at, String by, String text, RemarkFlag flag, String oldText, RemarkFlag oldFlag) {}

    record RemarkHistory(List<RemarkChange> items) {}

    @GetMapping("/orders/{store}/{orderNumber}/remarks")
    RemarkHistory remarks(@PathVariable String store, @PathVariable String orderNumber) throws BusinessRefusal {
        known(store, orderNumber);
        var changes = new ArrayList<RemarkChange>();
        Remark old = null;
        for (var r : remarks.of(store, orderNumber)) {
            changes.add(new RemarkChange(
                    r.at(),
                    r.by(),
                    r.text(),
                    r.flag(),
                    old == null ? null : old.text(),
                    old == null ? null : old.flag()));
            old = r;
        }
        return new RemarkHistory(changes);
    }

    @PostMapping("/orders/{store}/{orderNumber}/remarks")
    @ResponseStatus(HttpStatus.CREATED)
    RemarkHistory remark(
            @PathVariable String store,
            @PathVariable String orderNumber,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = OrderRequest.RemarkRequest.class)))
                    @RequestBody
                    JsonNode input)
            throws BusinessRefusal {
        known(store, orderNumber);
        var body = Body.of(input);
        var remark = new Remark(
                clock.instant(),
                Caller.current().account(),
                body.requiredText("text", Remark.MAX),
                body.code("flag", RemarkFlag.class));
        body.refuseUnknown();
        body.check();
        var check = guard.check(remark.text(), TextPurpose.NOTE);
        if (check.verdict() == TextVerdict.REFUSE) {
            throw new TextRefused(check, "/text");
        }
        remarks.add(store, orderNumber, remark);
        return remarks(store, orderNumber);
    }

    private Order known(String store, String orderNumber) throws OrderUnknown {
        if (!Caller.current().serves(store)) {
            throw new OrderUnknown(orderNumber);
        }
        return orders.find(store, orderNumber).orElseThrow(() -> new OrderUnknown(orderNumber));
    }
}
