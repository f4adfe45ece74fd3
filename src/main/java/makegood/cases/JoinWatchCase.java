package makegood.cases;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makegood.clocks.Clocks;
import makegood.orders.Order;
import makegood.platform.CaseDecisions;
import makegood.platform.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A customer asks about pieces for which only our watch has a case. The customer did nothing wrong: the request is taken
 * into that case, and what serves the request is decided as for any other.
 */
@Component
class JoinWatchCase {
    private final Cases cases;
    private final CaseLines caseLines;
    private final Triage triage;
    private final CaseDecisions decisions;
    private final Timeline timeline;
    private final Clocks clocks;
    private final Conversation conversation;
    private final ApplicationEventPublisher events;

    JoinWatchCase(
            Cases cases,
            CaseLines caseLines,
            Triage triage,
            CaseDecisions decisions,
            Timeline timeline,
            Clocks clocks,
            Conversation conversation,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.caseLines = caseLines;
        this.triage = triage;
        this.decisions = decisions;
        this.timeline = timeline;
        this.clocks = clocks;
        this.conversation = conversation;
        this.events = events;
    }

    /** Which case has taken the request in, and the pieces that need a case of their own: they are not in its parcel. */
    record Taken(String caseNumber, List<CaseFacts.Line> rest) {}

    /** Null when none of the watch's own cases is in the way. */
    Taken taken(CaseRequest request, Order order, List<CaseFacts.Line> lines, List<OpenCases.Open> others)
            throws LineAlreadyInCase {
        if (OpenCases.overlap(others, lines, order) == null) {
            return null;
        }
        var peoples = others.stream().filter(o -> !o.ofWatch()).toList();
        OpenCases.refuseOverlap(peoples, lines, order);
        var watched =
                others.stream().filter(o -> o.ofWatch() && o.sharesLine(lines)).toList();
        if (Origin.of(request).equals("WATCH")) {
            OpenCases.refuseOverlap(others, lines, order);
        }
        var left = new TreeMap<Integer, Integer>();
        lines.forEach(l -> left.put(l.line(), l.quantity()));
        var first = watched.get(0).caseNumber();
        var shares = watched.stream().map(open -> share(open, left)).toList();
        boolean parcelOnly = false;
        for (int i = 0; i < watched.size(); i++) {
            var rest = i == 0 ? left : Map.<Integer, Integer>of();
            parcelOnly |= take(watched.get(i).caseNumber(), request, lines, shares.get(i), rest);
        }
        return new Taken(first, parcelOnly ? pieces(left) : List.of());
    }

    /** What the case has of the pieces that are asked for and not shared out yet. */
    private static Map<Integer, Integer> share(OpenCases.Open open, Map<Integer, Integer> left) {
        var share = new TreeMap<Integer, Integer>();
        left.replaceAll((line, quantity) -> {
            int has = Math.min(quantity, open.pieces().getOrDefault(line, 0));
            share.put(line, has);
            return quantity - has;
        });
        return share;
    }

    private static List<CaseFacts.Line> pieces(Map<Integer, Integer> quantities) {
        return quantities.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> new CaseFacts.Line(e.getKey(), e.getValue()))
                .toList();
    }

    /** True when it stays trouble of a parcel: then it stays about what is in that parcel. */
    private boolean take(
            String caseNumber,
            CaseRequest request,
            List<CaseFacts.Line> asked,
            Map<Integer, Integer> share,
            Map<Integer, Integer> rest) {
        cases.lock(caseNumber);
        var row = cases.row(caseNumber);
        row.asks(request);
        timeline.add(caseNumber, "JOINED", words(request));
        conversation.joined(row);
        if (request.deadlineUntil() != null) {
            clocks.caseClock(caseNumber, row.store, "PLATFORM", row.deadlineStage, row.deadlineUntil, "AGREE");
        }
        var result = decisions.evaluate(caseNumber, "triage", triage.facts(caseNumber));
        var procedure = CaseKind.valueOf((String) result.get("procedure"));
        boolean sure = Boolean.TRUE.equals(result.get("sure")) && procedure.served();
        caseLines.askedFor(caseNumber, asked);
        boolean parcelOnly = sure && procedure == CaseKind.LOGISTICS;
        if (sure && !parcelOnly) {
            var pieces = new TreeMap<>(share);
            rest.forEach((line, quantity) -> pieces.merge(line, quantity, Integer::sum));
            caseLines.are(caseNumber, pieces(pieces));
        }
        var wish = new CustomerAsked(caseNumber, new Used(), procedure);
        if (sure) {
            events.publishEvent(wish);
        }
        if (!wish.used().was()) {
            timeline.add(
                    caseNumber,
                    "TO_LOOK_AT",
                    new Text("Look at what the customer asks for, beside what runs.", "请留意客户提出的新诉求。"));
        }
        return parcelOnly;
    }

    private static Text words(CaseRequest request) {
        var kind = request.kind() == null
                ? CaseKind.INQUIRY.text()
                : request.kind().text();
        var why = request.reason().text();
        return new Text(
                "The customer has asked: " + (request.kind() == null ? "" : kind.en() + ", ") + why.en()
                        + ". Joined to the case that our watch had opened.",
                "客户已提出申请：" + (request.kind() == null ? "" : kind.zh() + "，") + why.zh() + "。已并入巡检所立案件。");
    }
}
