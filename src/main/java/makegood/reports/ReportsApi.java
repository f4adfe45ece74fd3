package makegood.reports;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Page;
import makegood.platform.StoreUnknown;
import makegood.stores.Stores;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports over REST, for leads, managers and finance, each within their stores: JSON by pages, or one file. */
@RestController
class ReportsApi {
    /** {@code sums}: what all lines come to, one row per currency, not only those of this page. */
    record ReportPage(
            LocalDate from,
            LocalDate to,
            String store,
            List<Map<String, Object>> items,
            int page,
            int size,
            long total,
            List<Map<String, Object>> sums) {}

    private final ReportLines lines;
    private final CasesBehind cases;
    private final ReportFiles files;
    private final Stores stores;
    private final Clock clock;

    ReportsApi(ReportLines lines, CasesBehind cases, ReportFiles files, Stores stores, Clock clock) {
        this.lines = lines;
        this.cases = cases;
        this.files = files;
        this.stores = stores;
        this.clock = clock;
    }

    /** {@code daily-returns}, {@code monthly-money} or {@code reasons}; with {@code .csv} or {@code .xlsx} behind it, a file. */
    @GetMapping("/api/v1/reports/{report}")
    ResponseEntity<?> report(
            @PathVariable String report,
            @RequestParam(required = false) String store,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale language)
            throws BusinessRefusal, IOException {
        Page.check(page, size);
        int dot = report.indexOf('.');
        var wanted = known(dot < 0 ? report : report.substring(0, dot));
        var form = ReportFiles.Form.of(dot < 0 ? format : report.substring(dot + 1), accept);
        var of = stores(store);
        var period = Period.of(from, to, today(of));
        if (form == ReportFiles.Form.JSON) {
            return ResponseEntity.ok(shown(wanted, store, period, lines.page(wanted, of, period, page, size)));
        }
        var name = wanted.path() + "_" + period.from() + "_" + period.to() + form.ending();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(form.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(files.of(form, wanted, lines.all(wanted, of, period), language));
    }

    /** The cases of a line, as its link names it; what is not named does not matter. */
    @GetMapping("/api/v1/reports/{report}/cases")
    Page<CasesBehind.Behind> cases(
            @PathVariable String report,
            @RequestParam(required = false) String store,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String sku,
            @RequestParam(required = false) String unitAtFault,
            @RequestParam(defaultValue = "CNY") String currency,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size)
            throws BusinessRefusal {
        Page.check(page, size);
        var wanted = known(report);
        var served = served(store);
        var period = Period.of(from, to, today(Set.of(served)));
        var asked = new CasesBehind.Asked(served, period, reason, sku, unitAtFault, currency);
        return cases.find(wanted, asked, page, size);
    }

    private static ReportPage shown(Report report, String store, Period period, ReportLines.Found found) {
        var page = found.lines();
        return new ReportPage(
                period.from(),
                period.to(),
                store,
                page.items().stream()
                        .map(line -> CasesLink.shown(report, period, line))
                        .toList(),
                page.page(),
                page.size(),
                page.total(),
                found.sums().stream().map(Line::shown).toList());
    }

    private static Report known(String name) throws ReportUnknown {
        return Report.of(name).orElseThrow(ReportUnknown::new);
    }

    private Set<String> stores(String store) throws StoreUnknown {
        return store == null || store.isEmpty() ? new TreeSet<>(Caller.current().stores()) : Set.of(served(store));
    }

    private String served(String store) throws StoreUnknown {
        if (store == null || !Caller.current().serves(store) || !stores.exists(store)) {
            throw new StoreUnknown(store);
        }
        return store;
    }

    /** Where the day has gone on furthest. */
    private LocalDate today(Set<String> of) {
        return of.stream()
                .filter(stores::exists)
                .map(store -> clock.instant().atZone(stores.known(store).zone()).toLocalDate())
                .max(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
