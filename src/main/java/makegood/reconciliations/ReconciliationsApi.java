package makegood.reconciliations;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makegood.cases.CasesAbout;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Engine;
import makegood.platform.InvalidInput;
import makegood.platform.Page;
import makegood.platform.StoreUnknown;
import makegood.platform.Teams;
import makegood.platform.Tenants;
import makegood.platform.Text;
import makegood.stores.Stores;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Comparisons of accounts over REST, for finance, managers and administrators, each within their stores. */
@RestController
class ReconciliationsApi {
    /** {@code from}: what was done since then must be in the gateway's statement; by default since the last comparison. */
    record Wanted(String store, Instant from) {}

    private final Reconciliations runs;
    private final Differences differences;
    private final ReconcilePlan plan;
    private final Stores stores;
    private final Tenants tenants;
    private final CasesAbout tasks;
    private final Engine engine;

    ReconciliationsApi(
            Reconciliations runs,
            Differences differences,
            ReconcilePlan plan,
            Stores stores,
            Tenants tenants,
            CasesAbout tasks,
            Engine engine) {
        this.runs = runs;
        this.differences = differences;
        this.plan = plan;
        this.stores = stores;
        this.tenants = tenants;
        this.tasks = tasks;
        this.engine = engine;
    }

    /** Asks the gateway now. */
    @PostMapping(path = "/api/v1/reconciliations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Transactional(rollbackFor = Exception.class)
    public ResponseEntity<Reconciliation> ask(@RequestBody Wanted wanted) throws BusinessRefusal {
        var store = served(wanted.store());
        var number = plan.byHand(store, wanted.from(), Caller.current().account());
        engine.startByMessage(number, ReconcileAsked.class, store, Map.of("runNumber", number));
        return ResponseEntity.accepted().body(runs.get(number));
    }

    /**
     * Compares an uploaded statement (docs/procedures/reconcile.md). With {@code from} and {@code until} the file is taken as
     * whole for that time: what we have done then and is not in it is a difference too.
     */
    @PostMapping(path = "/api/v1/reconciliations", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Transactional(rollbackFor = Exception.class)
    public ResponseEntity<Reconciliation> upload(
            @RequestParam String store,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant until)
            throws BusinessRefusal, IOException {
        served(store);
        if ((from == null) != (until == null) || from != null && !from.isBefore(until)) {
            throw new InvalidInput(
                    "/from", "OUT_OF_RANGE", new Text("from and until, the earlier first", "起止时间须同时填写，且先后有序"));
        }
        if (file.getSize() > StatementFile.MOST_BYTES) {
            throw new InvalidInput("/file", "TOO_LONG", new Text("at most 5 MB", "文件最大 5 MB"));
        }
        var lines = StatementFile.read(file.getBytes());
        var by = Caller.current().account();
        var run = runs.get(runs.begin(store, Reconciliation.Source.UPLOAD, from, until, by));
        for (int at = 0; at < lines.size(); at += 500) {
            runs.keep(run, lines.subList(at, Math.min(lines.size(), at + 500)));
        }
        engine.startByMessage(run.runNumber(), StatementUploaded.class, store, Map.of("runNumber", run.runNumber()));
        return ResponseEntity.accepted().body(runs.get(run.runNumber()));
    }

    @GetMapping("/api/v1/reconciliations")
    Page<Reconciliation> list(
            @RequestParam(required = false) String store,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size)
            throws BusinessRefusal {
        Page.check(page, size);
        return runs.list(stores(store), page, size);
    }

    @GetMapping("/api/v1/reconciliations/{runNumber}")
    Reconciliation one(@PathVariable String runNumber) throws BusinessRefusal {
        return runs.find(runNumber)
                .filter(run -> Caller.current().serves(run.store()))
                .orElseThrow(DifferenceUnknown::new);
    }

    @GetMapping("/api/v1/reconciliations/differences")
    Page<Difference> differences(
            @RequestParam(required = false) String store,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size)
            throws BusinessRefusal {
        Page.check(page, size);
        return differences.list(stores(store), open, page, size);
    }

    /** The difference that a task is about. */
    @GetMapping("/api/v1/tasks/{taskId}/difference")
    Difference ofTask(@PathVariable String taskId) throws BusinessRefusal {
        var caller = Caller.current();
        return tasks.numberOfTask(taskId)
                .flatMap(differences::find)
                .filter(d -> caller.serves(d.store()))
                .filter(d -> List.of(Teams.FINANCE, Teams.LEADS, Teams.MANAGERS, Teams.ADMINS).stream()
                        .anyMatch(caller::in))
                .orElseThrow(DifferenceUnknown::new);
    }

    private Set<String> stores(String store) throws BusinessRefusal {
        if (store != null) {
            return Set.of(served(store));
        }
        var caller = Caller.current();
        return caller.in(Teams.ADMINS) ? tenants.all() : caller.stores();
    }

    private String served(String store) throws BusinessRefusal {
        if (store == null || !Caller.current().serves(store) || !stores.exists(store)) {
            throw new StoreUnknown(store);
        }
        return store;
    }
}
