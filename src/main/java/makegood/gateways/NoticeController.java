package makegood.gateways;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NoticeController {
    private static final int MOST_BYTES = 64_000;
    private final Notices notices;
    private final NoticeBook book;
    private final GatewayAccounts accounts;

    NoticeController(Notices notices, NoticeBook book, GatewayAccounts accounts) {
        this.notices = notices;
        this.book = book;
        this.accounts = accounts;
    }

    @Operation(
            summary = "A payment gateway tells of a refund",
            description = "Open without login; signed as the vendor signs its notifications. The answer is what the"
                    + " vendor expects: nothing for WeChat Pay and Stripe, the word success for Alipay.")
    @PostMapping("/api/v1/webhooks/gateways/{account}")
    ResponseEntity<String> receive(@PathVariable String account, HttpServletRequest request)
            throws BusinessRefusal, IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1); // raw: a form that is parsed cannot be proven
        if (body.length > MOST_BYTES) {
            throw new NoticeTooLong();
        }
        return switch (notices.receive(account, new Letter(request::getHeader, body))) {
            case WECHAT -> ResponseEntity.noContent().build();
            case ALIPAY -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("success");
            case STRIPE -> ResponseEntity.ok().build();
        };
    }

    @Operation(
            summary = "Notifications of gateways that wait for a person: of unknown refunds, or paid after a refusal")
    @GetMapping("/api/v1/gateways/notices")
    Page<NoticeBook.Kept> kept(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size)
            throws BusinessRefusal {
        Page.check(page, size);
        return book.forAPerson(accounts.seenBy(Caller.current()), page, size);
    }

    @Operation(summary = "Somebody has looked into a notification")
    @PostMapping("/api/v1/gateways/notices/{account}/{id}/seen")
    ResponseEntity<Void> seen(@PathVariable String account, @PathVariable String id) throws BusinessRefusal {
        if (!accounts.seenBy(Caller.current()).contains(account) || !book.seen(account, id)) {
            throw new NoticeUnknown();
        }
        return ResponseEntity.noContent().build();
    }
}
