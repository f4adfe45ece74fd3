package makegood.logistics;

import java.time.Instant;
import java.util.Map;
import makegood.cases.Cases;
import makegood.orders.ParcelScanned;
import makegood.orders.ScanKind;
import makegood.platform.Engine;
import makegood.platform.Text;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a scan means for parcels in trouble: arrived, gone, coming back, or given up and moving again. */
@Component
@Transactional
class ParcelNews {
    private static final String FOLLOW_TIMER = "Event_TimeToFollowPassed";
    private final Troubles troubles;
    private final TroubleFacts facts;
    private final Cases cases;
    private final Engine engine;

    ParcelNews(Troubles troubles, TroubleFacts facts, Cases cases, Engine engine) {
        this.troubles = troubles;
        this.facts = facts;
        this.cases = cases;
        this.engine = engine;
    }

    /** ARRIVED, GONE, OTHER_TROUBLE or ON_THE_WAY, from what was scanned; the case learns what it means. */
    String look(String caseNumber) {
        var trouble = troubles.get(caseNumber);
        var kind = facts.kind(caseNumber);
        for (var scan : troubles.scans(trouble)) {
            boolean news = !scan.at().isBefore(trouble.watchedSince);
            switch (scan.kind()) {
                case LOST -> kind = ExceptionKind.LOST;
                case RETURNED_TO_SENDER -> trouble.comesBack = true;
                case REFUSED -> kind = news ? facts.refused(cases.get(caseNumber)) : kind;
                case DAMAGED -> kind = news ? ExceptionKind.DAMAGED : kind;
                case DELIVERED -> {
                    if (kind.healsByDelivery() || kind == ExceptionKind.LOST) {
                        return "ARRIVED";
                    }
                }
                default -> {}
            }
        }
        cases.exception(caseNumber, kind.name(), trouble.trackingNumber);
        if (!kind.route().equals("TRANSIT")) {
            return "OTHER_TROUBLE";
        }
        return kind == ExceptionKind.LOST ? "GONE" : "ON_THE_WAY";
    }

    @EventListener
    void on(ParcelScanned scan) {
        for (var trouble : troubles.of(scan.trackingNumber())) {
            cases.lock(trouble.caseNumber);
            switch (trouble.parcelState) {
                case WATCHED -> follow(trouble, scan.kind());
                case COMING_BACK -> engine.correlateIn("parcel-back", trouble.caseNumber, ParcelScanned.class);
                case GIVEN_UP -> appears(trouble, scan.kind(), scan.at());
                case ACCOUNTED -> {}
            }
        }
    }

    private void follow(ParcelTrouble trouble, ScanKind scan) {
        switch (scan) {
            case PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY ->
                engine.moveTimers(trouble.caseNumber, FOLLOW_TIMER, facts.followUntil(trouble.caseNumber));
            default -> engine.correlateIn("follow-parcel", trouble.caseNumber, ParcelScanned.class);
        }
    }

    /** What was scanned before we gave it up is no news, however late it is told. */
    private void appears(ParcelTrouble trouble, ScanKind scan, Instant at) {
        boolean moves = scan != ScanKind.LOST && scan != ScanKind.DAMAGED;
        if (moves && !at.isBefore(trouble.stateSince)) {
            strayed(trouble, scan == ScanKind.RETURNED_TO_SENDER || scan == ScanKind.REFUSED);
        }
    }

    /** From here a process of its own sees to the parcel, whatever becomes of the case. */
    void strayed(ParcelTrouble trouble, boolean onItsWayBack) {
        troubles.state(trouble, ParcelState.COMING_BACK);
        cases.note(
                trouble.caseNumber,
                "PARCEL",
                onItsWayBack
                        ? new Text("The first parcel is awaited back at the warehouse.", "等待原包裹退回仓库。")
                        : new Text(
                                "The parcel that was given up has appeared; somebody catches it.",
                                "已放弃的包裹重新出现，需人工拦下。"));
        engine.startByMessage(
                trouble.caseNumber,
                ParcelStrayed.class,
                trouble.store,
                Map.of("caseNumber", trouble.caseNumber, "onItsWayBack", onItsWayBack));
    }
}
