package makegood.cases;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Page;
import makegood.platform.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Evidence over REST; a case that waits for evidence goes on when it comes. */
@RestController
@RequestMapping("/api/v1/cases/{caseNumber}/evidence")
class EvidenceApi {
    private final Cases cases;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;

    EvidenceApi(Cases cases, Evidence evidence, ApplicationEventPublisher events) {
        this.cases = cases;
        this.evidence = evidence;
        this.events = events;
    }

    @PostMapping
    @Transactional(rollbackFor = Exception.class)
    public ResponseEntity<Evidence.Item> add(
            @PathVariable String caseNumber,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "PHOTO") String kind,
            @RequestParam(required = false) String note)
            throws BusinessRefusal, IOException {
        cases.visible(caseNumber);
        var given = new Answers(Map.of("kind", kind));
        var known = given.required("kind", EvidenceKind.class);
        given.check();
        cases.lock(caseNumber);
        var item = evidence.add(caseNumber, file, known, note);
        cases.note(
                caseNumber,
                "EVIDENCE_ADDED",
                new Text("Evidence came in: " + item.fileName(), "收到凭证：" + item.fileName()));
        events.publishEvent(new EvidenceAdded(caseNumber, new Used()));
        return ResponseEntity.created(URI.create("/api/v1/cases/" + caseNumber + "/evidence/" + item.id()))
                .body(item);
    }

    @GetMapping
    Page<Evidence.Item> list(@PathVariable String caseNumber) throws BusinessRefusal {
        cases.visible(caseNumber);
        List<Evidence.Item> items = evidence.of(caseNumber);
        return new Page<>(items, 0, 200, items.size());
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> content(@PathVariable String caseNumber, @PathVariable String id) throws BusinessRefusal {
        cases.visible(caseNumber);
        var content = evidence.content(caseNumber, id).orElseThrow(CaseUnknown::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content.bytes());
    }
}
