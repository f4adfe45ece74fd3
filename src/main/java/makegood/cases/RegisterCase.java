package makegood.cases;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import makegood.clocks.Clocks;
import makegood.orders.Order;
import makegood.orders.OrderUnknown;
import makegood.orders.Orders;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.StoreUnknown;
import makegood.platform.Text;
import makegood.stores.StoreSettings;
import makegood.stores.Stores;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens a case, or finds the open one that the request joins; the same for every door. Everything is checked before anything is written. */
@Component
class RegisterCase {
    /** What became of the request. */
    record Registered(String caseNumber, boolean joined) {}

    private final EntityManager entities;
    private final JdbcClient db;
    private final OpenCases open;
    private final CaseLines caseLines;
    private final JoinWatchCase joining;
    private final KnownReviews reviews;
    private final CaseNumbers numbers;
    private final Timeline timeline;
    private final Orders orders;
    private final Stores stores;
    private final Clocks clocks;
    private final Conversation conversation;
    private final Priority priority;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RegisterCase(
            EntityManager entities,
            JdbcClient db,
            OpenCases open,
            CaseLines caseLines,
            JoinWatchCase joining,
            KnownReviews reviews,
            CaseNumbers numbers,
            Timeline timeline,
            Orders orders,
            Stores stores,
            Clocks clocks,
            Conversation conversation,
            Priority priority,
            Clock clock,
            ApplicationEventPublisher events) {
        this.entities = entities;
        this.db = db;
        this.open = open;
        this.caseLines = caseLines;
        this.joining = joining;
        this.reviews = reviews;
        this.numbers = numbers;
        this.timeline = timeline;
        this.orders = orders;
        this.stores = stores;
        this.clocks = clocks;
        this.conversation = conversation;
        this.priority = priority;
        this.clock = clock;
        this.events = events;
    }

    Registered register(Map<String, Object> fields) throws BusinessRefusal {
        var request = CaseRequest.from(fields);
        if (!Caller.current().serves(request.store())) {
            throw new StoreUnknown(request.store());
        }
        var store = stores.settings(request.store());
        if (request.orderNumber().isEmpty()) {
            return request.aboutReview()
                    ? review(request, store, null)
                    : opened(request, store, null, List.of(), List.of());
        }
        orders.lock(request.store(), request.orderNumber()); // two requests for the same pieces take turns
        var order = orders.find(request.store(), request.orderNumber())
                .orElseThrow(() -> new OrderUnknown(request.orderNumber()));
        if (request.aboutReview()) {
            return review(request, store, order);
        }
        var lines = Pieces.meant(request, order);
        var others = open.of(request.store(), request.orderNumber());
        var same = open.sameAs(others, request, lines);
        if (same != null) {
            timeline.add(
                    same, "JOINED", new Text("The same request came again and joined this case.", "同样的申请再次提交，已并入本案。"));
            conversation.askedAgain(same, request.channel());
            return new Registered(same, true);
        }
        StillMissing.check(request.kind(), request.reason(), order, lines);
        var taken = joining.taken(request, order, lines, others);
        if (taken != null && taken.rest().isEmpty()) {
            return new Registered(taken.caseNumber(), true);
        }
        var pieces = taken == null ? lines : taken.rest();
        var opened =
                opened(request, store, order, pieces, open.closedWith(request.store(), request.orderNumber(), pieces));
        if (taken != null) {
            caseLines.askedFor(opened.caseNumber(), lines);
        }
        return opened;
    }

    /** The review's open case, the closed one when nothing has changed since, or a new one. */
    private Registered review(CaseRequest request, StoreSettings store, Order order) throws BusinessRefusal {
        var asked =
                order == null || request.lines().isEmpty() ? Pieces.left(order) : Pieces.meant(request.lines(), order);
        var claim = reviews.claim(request.store(), request.review());
        if (claim.openCase() == null) {
            var opened = opened(request, store, order, asked, claim.earlier());
            reviews.opened(request.store(), request.review(), opened.caseNumber());
            return opened;
        }
        timeline.add(
                claim.openCase(),
                "JOINED",
                new Text("The same review came again and joined this case.", "同一条评价再次提交，已并入本案。"));
        if (claim.changed()) {
            var now = request.review();
            events.publishEvent(new ReviewUpdated(claim.openCase(), new Used(), now.rating(), now.text()));
        }
        return new Registered(claim.openCase(), true);
    }

    private Registered opened(
            CaseRequest request, StoreSettings store, Order order, List<CaseFacts.Line> lines, List<String> earlier) {
        var opened = row(request, store, order);
        var given = priority.of(opened, order, lines, earlier.size());
        opened.priority = given.level();
        entities.persist(opened);
        entities.flush();
        var number = opened.caseNumber;
        caseLines.are(number, lines);
        earlier.forEach(e -> db.sql("insert into case_link (case_number, earlier_case) values (?, ?)")
                .params(number, e)
                .update());
        if (opened.trackingNumber != null) {
            findable(opened.trackingNumber, number);
        }
        if (opened.reviewId != null) {
            findable(opened.reviewId, number);
        }
        timeline.add(
                number,
                "OPENED",
                new Text(
                        "Case opened: " + request.reason().text().en() + ".",
                        "已立案：" + request.reason().text().zh() + "。"));
        timeline.add(
                number,
                "PRIORITY",
                new Text(
                        "Priority " + given.level() + " by rule " + given.rule() + ".",
                        "优先级 " + given.level() + "，依据规则 " + given.rule() + "。"));
        conversation.opened(opened);
        if (opened.deadlineUntil != null) {
            clocks.caseClock(number, opened.store, "PLATFORM", opened.deadlineStage, opened.deadlineUntil, "AGREE");
        }
        events.publishEvent(new CaseOpened(number));
        return new Registered(number, false);
    }

    private void findable(String reference, String caseNumber) {
        db.sql("insert into case_reference (reference, case_number) values (?, ?)")
                .params(reference, caseNumber)
                .update();
    }

    private AfterSalesCase row(CaseRequest request, StoreSettings store, Order order) {
        var row = new AfterSalesCase();
        row.caseNumber = numbers.next(store.zone());
        row.store = request.store();
        row.orderNumber = order == null ? null : order.orderNumber();
        row.askedKind = request.kind();
        row.kind = request.kind();
        row.reason = request.reason();
        row.channel = request.channel();
        row.origin = Origin.of(request);
        row.linesHeld = !request.aboutReview();
        row.statement = request.statement().isEmpty() ? null : request.statement();
        row.goodsIntact = request.goodsIntact();
        row.wantedSku = request.wantedSku().isEmpty() ? null : request.wantedSku();
        row.requestedAmount = request.requestedAmount();
        row.paymentReference = request.paymentReference().isEmpty() ? null : request.paymentReference();
        row.trackingNumber = request.trackingNumber().isEmpty() ? null : request.trackingNumber();
        row.exceptionKind = request.exceptionKind().isEmpty() ? null : request.exceptionKind();
        if (request.review() != null) {
            row.reviewId = request.review().reviewId();
            row.reviewRating = request.review().rating();
            row.reviewText = request.review().text();
            row.reviewPostedAt = request.review().postedAt();
        }
        row.platformCase = request.platformCase().isEmpty() ? null : request.platformCase();
        row.deadlineStage = request.deadlineUntil() == null
                ? null
                : request.deadlineStage().isEmpty() ? "RETURN_DECIDE" : request.deadlineStage();
        row.deadlineUntil = request.deadlineUntil();
        row.team = "after-sales";
        row.language = store.language();
        row.currency = order == null ? "CNY" : order.currency();
        if (order != null && order.customer() != null) {
            row.customerReference = order.customer().reference();
            var phone = order.customer().maskedPhone();
            row.phoneEnding = phone == null || phone.length() < 4 ? null : phone.substring(phone.length() - 4);
        }
        row.openedBy = Caller.current().account();
        row.openedAt = clock.instant();
        return row;
    }
}
