package makegood.cases;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records a fact once (by {@code eventId}), then lets the case use it, in one transaction and one at a time per case. */
@Component
class OutsideFacts {
    private final Cases cases;
    private final Deadlines deadlines;
    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OutsideFacts(Cases cases, Deadlines deadlines, JdbcClient db, Clock clock, ApplicationEventPublisher events) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(rollbackFor = Exception.class)
    public EventsApi.Taken take(String caseNumber, Map<String, Object> event) throws BusinessRefusal {
        var given = new Answers(event);
        var type = given.required("type", FactType.class);
        var id = given.text("eventId", 255);
        var fact = FactReader.read(type, caseNumber, given);
        given.check();
        var c = cases.visible(caseNumber);
        cases.lock(caseNumber);
        var eventId = id.isEmpty() ? UUID.randomUUID().toString() : id;
        var before = known(caseNumber, eventId);
        if (before != null) {
            return before;
        }
        cases.note(caseNumber, type.name(), type.with(words(given)));
        boolean takenInLate = fact instanceof ReturnParcelSent && cases.goodsOutstanding(caseNumber);
        if (c.closedAt() == null || takenInLate) {
            use(fact);
        }
        boolean used = fact.used().was();
        db.sql("insert into case_event (case_number, event_id, kind, used, at) values (?, ?, ?, ?, ?)")
                .params(caseNumber, eventId, type.name(), used, Utc.of(clock.instant()))
                .update();
        return new EventsApi.Taken(eventId, used);
    }

    private EventsApi.Taken known(String caseNumber, String eventId) {
        return db.sql("select used from case_event where case_number = ? and event_id = ?")
                .params(caseNumber, eventId)
                .query((row, n) -> new EventsApi.Taken(eventId, row.getBoolean(1)))
                .optional()
                .orElse(null);
    }

    private static String words(Answers given) {
        var words = given.text("text", CaseRequest.STATEMENT_MAX);
        return words.isEmpty() ? given.trackingNumber("trackingNumber") : words;
    }

    private void use(CaseFact fact) {
        if (fact instanceof PlatformDeadlineMoved moved) {
            deadlines.move(moved);
        }
        events.publishEvent(fact);
    }
}
