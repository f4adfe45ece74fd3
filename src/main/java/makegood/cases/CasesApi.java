package makegood.cases;

import java.net.URI;
import java.util.List;
import java.util.Map;
import makegood.platform.BusinessRefusal;
import makegood.platform.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases over REST: open, read, find. Every caller sees the cases of the own stores only. */
@RestController
@RequestMapping("/api/v1/cases")
class CasesApi {
    private final OpenCase openCase;
    private final ShowCase showCase;
    private final FindCases findCases;
    private final Timeline timeline;
    private final Cases cases;

    CasesApi(OpenCase openCase, ShowCase showCase, FindCases findCases, Timeline timeline, Cases cases) {
        this.openCase = openCase;
        this.showCase = showCase;
        this.findCases = findCases;
        this.timeline = timeline;
        this.cases = cases;
    }

    /** 201 with Location: a new case. 200: the same Idempotency-Key and body as before, or joined to an open case. */
    @PostMapping
    ResponseEntity<CaseView> open(
            @RequestBody Map<String, Object> request,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey)
            throws BusinessRefusal {
        var opened = openCase.open(request, idempotencyKey);
        var view = showCase.show(opened.caseNumber());
        if (opened.joined()) {
            return ResponseEntity.ok(view.asJoined());
        }
        if (opened.known()) {
            return ResponseEntity.ok(view);
        }
        return ResponseEntity.created(URI.create("/api/v1/cases/" + opened.caseNumber()))
                .body(view);
    }

    @GetMapping("/{caseNumber}")
    CaseView show(@PathVariable String caseNumber) throws BusinessRefusal {
        return showCase.show(cases.visible(caseNumber).caseNumber());
    }

    /** {@code status}, {@code procedure}, {@code owner} filter; {@code q} finds numbers and masked phone endings. */
    @GetMapping
    Page<FindCases.Found> find(
            @RequestParam(required = false) String store,
            @RequestParam(required = false) String status,
            @RequestParam(required = false) String procedure,
            @RequestParam(required = false) String owner,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String openedFrom,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size)
            throws BusinessRefusal {
        return findCases.find(new FindCases.Query(store, status, procedure, owner, q, openedFrom, page, size));
    }

    record Happened(java.time.Instant at, String kind, String actor, String text) {}

    @GetMapping("/{caseNumber}/timeline")
    Page<Happened> timeline(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size)
            throws BusinessRefusal {
        Page.check(page, size);
        cases.visible(caseNumber);
        List<Happened> items = timeline.of(caseNumber, page, size).stream()
                .map(e -> new Happened(e.at(), e.kind(), e.actor(), e.text().here()))
                .toList();
        return new Page<>(items, page, size, timeline.count(caseNumber));
    }
}
