package makegood.sandbox;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import makegood.platform.BusinessRefusal;
import makegood.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looking at and pushing the simulated departments. */
@RestController
@InSandbox
@RequestMapping("/api/v1/sandbox")
@Tag(name = "sandbox", description = "Demo and tests only")
class SandboxController {
    private final CallLog log;
    private final SandboxTopics topics;
    private final Stock stock;
    private final Reviews reviews;
    private final LateAnswer late;

    SandboxController(CallLog log, SandboxTopics topics, Stock stock, Reviews reviews, LateAnswer late) {
        this.log = log;
        this.topics = topics;
        this.stock = stock;
        this.reviews = reviews;
        this.late = late;
    }

    record Shelf(Long sellable, Long asOpened, Long refurbish, Long scrap, Long hold) {}

    record ReviewFields(String orderNumber, Integer rating, String text, Instant postedAt) {}

    record Order(String answer, Map<String, Object> values) {}

    @GetMapping("/calls")
    Page<CallLog.Entry> calls(
            @RequestParam(required = false) String topic,
            @RequestParam(required = false) String caseNumber,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size)
            throws BusinessRefusal {
        Page.check(page, size);
        return log.find(topic, caseNumber, page, size);
    }

    @PutMapping("/topics/{topic}")
    Map<String, Object> order(@PathVariable String topic, @RequestBody TopicOrder order) throws BusinessRefusal {
        var id = Checked.topic(topic).id();
        topics.set(id, Checked.behaviour(order));
        return behaviour(id);
    }

    @GetMapping("/topics/{topic}")
    Map<String, Object> behaviour(@PathVariable String topic) throws BusinessRefusal {
        var id = Checked.topic(topic).id();
        var now = topics.of(id);
        var rate = java.math.BigDecimal.valueOf(now.errorsPerMillion(), 6).stripTrailingZeros();
        return Map.of(
                "topic", id,
                "next", now.next(),
                "delaySeconds", now.delaySeconds(),
                "errorRate", rate,
                "seed", now.seed());
    }

    @PutMapping("/stock/{store}/{sku}")
    Stock.Shelf fill(@PathVariable String store, @PathVariable String sku, @RequestBody Shelf shelf)
            throws BusinessRefusal {
        Checked.words("/store", store, 60);
        Checked.words("/sku", sku, 200);
        stock.set(
                store,
                sku,
                new Stock.Shelf(
                        Checked.pieces("/sellable", shelf.sellable()),
                        Checked.pieces("/asOpened", shelf.asOpened()),
                        Checked.pieces("/refurbish", shelf.refurbish()),
                        Checked.pieces("/scrap", shelf.scrap()),
                        Checked.pieces("/hold", shelf.hold())));
        return stock.of(store, sku);
    }

    @GetMapping("/stock/{store}/{sku}")
    Stock.Shelf shelf(@PathVariable String store, @PathVariable String sku) {
        return stock.of(store, sku);
    }

    @PutMapping("/reviews/{store}/{reviewId}")
    Map<String, Object> review(
            @PathVariable String store, @PathVariable String reviewId, @RequestBody ReviewFields review)
            throws BusinessRefusal {
        Checked.words("/store", store, 60);
        Checked.words("/reviewId", reviewId, 128);
        Checked.words("/text", review.text(), 4_000);
        reviews.put(store, reviewId, review);
        return Map.of("store", store, "reviewId", reviewId);
    }

    @PostMapping("/requests/{requestId}")
    Map<String, Object> answer(@PathVariable String requestId, @RequestBody Order order) throws BusinessRefusal {
        late.answer(requestId, Checked.answer(order.answer()), Checked.values(order.values()));
        return Map.of("requestId", requestId, "answer", order.answer());
    }
}
