package makegood.reconciliations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import makegood.ledger.MoneyMoved;
import makegood.ledger.Moved;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Compares page by page, each in a transaction of its own: first what the statement brings, then what counts as done with
 * us and should be in it, then what should be settled by now.
 */
@Component
class StatementCheck {
    static final int PAGE = 100;

    private final Reconciliations runs;
    private final Differences differences;
    private final List<MoneyMoved> ours;
    private final Duration settleWithin;

    StatementCheck(
            Reconciliations runs,
            Differences differences,
            List<MoneyMoved> ours,
            @Value("${makegood.reconcile.settle-within:P3D}") Duration settleWithin) {
        this.runs = runs;
        this.differences = differences;
        this.ours = ours;
        this.settleWithin = settleWithin;
    }

    /** One page; whether there is more. */
    boolean next(String number) {
        var run = runs.get(number);
        int sources = ours.size();
        if (run.step() == 0) {
            return statement(run);
        }
        if (run.from() == null || run.step() > 2 * sources) {
            runs.done(number);
            return false;
        }
        if (run.step() <= sources) {
            return ours(run, ours.get(run.step() - 1), run.from(), run.until(), false);
        }
        if (!runs.hasNotices(run.store())) {
            runs.done(number);
            return false;
        }
        var source = ours.get(run.step() - sources - 1);
        return ours(run, source, run.from().minus(settleWithin), run.until().minus(settleWithin), true);
    }

    private boolean statement(Reconciliation run) {
        var numbers = runs.numbers(run.runNumber(), run.after(), PAGE);
        var lines = byNumber(run.store(), numbers);
        var known = ours.stream()
                .flatMap(source -> source.find(run.store(), numbers).stream())
                .collect(Collectors.toMap(Moved::number, Function.identity(), (a, b) -> a));
        int found = 0;
        for (var number : numbers) {
            var said = lines.get(number);
            var finding = Comparison.of(known.get(number), said);
            if (finding.isPresent()
                    && differences.open(run, said.get(0).kind(), number, known.get(number), finding.get())) {
                found++;
            }
        }
        boolean more = numbers.size() == PAGE;
        runs.goOn(run.runNumber(), more ? 0 : 1, more ? numbers.get(PAGE - 1) : "", found);
        return true;
    }

    private boolean ours(Reconciliation run, MoneyMoved source, Instant from, Instant until, boolean settlement) {
        var page = source.done(run.store(), from, until, run.after(), PAGE);
        var lines = byNumber(run.store(), page.stream().map(Moved::number).toList());
        var wanted = settlement ? StatementLine.Source.SETTLEMENT : StatementLine.Source.GATEWAY;
        int found = 0;
        for (var moved : page) {
            var said = lines.getOrDefault(moved.number(), List.of());
            boolean there = said.stream().anyMatch(l -> l.source() == wanted);
            boolean nowhere = settlement && said.isEmpty(); // told as missing at the gateway
            if (!there && !nowhere) {
                var finding = settlement ? Comparison.notSettled(moved) : Comparison.missing(moved);
                found += differences.open(run, moved.kind(), moved.number(), moved, finding) ? 1 : 0;
            }
        }
        boolean more = page.size() == PAGE;
        runs.goOn(
                run.runNumber(),
                more ? run.step() : run.step() + 1,
                more ? page.get(PAGE - 1).number() : "",
                found);
        return true;
    }

    private java.util.Map<String, List<StatementLine>> byNumber(String store, List<String> numbers) {
        return runs.about(store, numbers).stream()
                .collect(Collectors.groupingBy(StatementLine::number, Collectors.toCollection(ArrayList::new)))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(java.util.Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    }
}
