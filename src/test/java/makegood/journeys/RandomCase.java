package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One order played by chance: a case, and now and then a further request for the same pieces. Some moves with faults, then
 * without, until all cases have ended; its log is the message of a failure.
 */
final class RandomCase {
    private static final Map<String, List<String>> PEOPLE = Map.of(
            "after-sales", List.of("agent", "agent2"),
            "leads", List.of("lead", "other-lead"),
            "managers", List.of("manager", "other-manager"),
            "finance", List.of("finance", "other-finance"),
            "warehouse-returns", List.of("warehouse"));
    private static final List<String> REASONS = List.of(
            "NO_REASON_7D",
            "SIZE_TOO_SMALL",
            "QUALITY_DEFECT",
            "NOT_AS_DESCRIBED",
            "WRONG_GOODS",
            "MISSING_GOODS",
            "MISSING_PARTS",
            "EMPTY_PARCEL",
            "DAMAGED_IN_TRANSIT",
            "NOT_RECEIVED",
            "DELIVERY_TOO_LATE",
            "REFUSED_PARCEL",
            "SAFETY_HAZARD",
            "PRICE_PROTECTION",
            "AGREED_BY_BOTH",
            "OTHER");
    private static final List<String> EVENTS = List.of(
            "CUSTOMER_REPLIED",
            "CUSTOMER_WITHDREW",
            "EVIDENCE_ADDED",
            "RETURN_PARCEL_SENT",
            "COUNTER_OFFER_ANSWERED",
            "REVIEW_UPDATED",
            "PLATFORM_STEPPED_IN",
            "PLATFORM_RULED",
            "ESCALATE",
            "AGENT_REPLIED");
    /** What leads a waiting case on. */
    private static final List<String> AWAITED = List.of(
            "EVIDENCE_ADDED", "RETURN_PARCEL_SENT", "COUNTER_OFFER_ANSWERED", "REVIEW_UPDATED", "PLATFORM_RULED");
    /** Topics whose no is drawn; a no of any other is an incident that people must clear up with the department. */
    private static final List<String> MAY_REFUSE = List.of(
            "warehouse.reserve-stock",
            "carrier.file-claim",
            "finance.refund",
            "finance.pay-out",
            "finance.issue-coupon",
            "finance.collect",
            "marketplace.reply-to-review",
            "marketplace.appeal-review",
            "marketplace.submit-evidence");

    private static final List<String> SCANS = List.of(
            "PICKED_UP",
            "IN_TRANSIT",
            "OUT_FOR_DELIVERY",
            "DELIVERED",
            "DELIVERED",
            "LOST",
            "REFUSED",
            "DAMAGED",
            "RETURNED_TO_SENDER");
    private static final List<String> FAULTS = List.of("ERROR", "LOSE_ANSWER", "PENDING", "REFUSE:NOT_POSSIBLE");
    /** Each is a case of its own, with a request that may follow any other. */
    private static final List<String> KINDS =
            List.of("RETURN_REFUND", "REFUND_ONLY", "EXCHANGE", "RESEND", "LOGISTICS", "COMPENSATION");

    private static final int FEW = 25;
    private static final int MANY = 300;
    private static final int VAIN = 30;
    private static final int MOST_CASES = 3;
    private static final RandomAnswers ANSWERS = new RandomAnswers();

    private final Shop shop;
    private final ProcessEngine engine;
    private final JdbcClient db;
    private final String kind;
    private final Random dice;
    private final List<String> log = new ArrayList<>();
    private final List<String> topicsWithFaults = new ArrayList<>();
    private final List<String> returnParcels = new ArrayList<>();
    private final List<PlayedCase> cases = new ArrayList<>();
    private Sale sale;
    private RandomBooks books;
    private RandomObligations obligations;
    private PlayedCase played;
    private int retries;

    RandomCase(Shop shop, ProcessEngine engine, JdbcClient db, String kind, long seed) {
        this.shop = shop;
        this.engine = engine;
        this.db = db;
        this.kind = kind;
        this.dice = new Random(seed);
        log.add(kind + ":" + seed);
    }

    void play() {
        try {
            sells();
            while (cases.isEmpty()) {
                asks(kind); // until a reason is taken
            }
            for (int move = 0; move < FEW && open(); move++) {
                settle();
                move();
                obligations.look();
            }
            endsWithoutFaults();
            if (dice.nextInt(3) == 0) {
                asks(RandomAnswers.one(KINDS, dice)); // closed cases stay closed; what comes later is another
                endsWithoutFaults();
            }
            books.addUp(cases, sale);
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError(
                    String.join("\n", log) + "\n" + failed.getMessage() + "\n" + String.join("\n", where()), failed);
        } finally {
            faultsStop();
        }
    }

    private void endsWithoutFaults() {
        faultsStop();
        for (int move = 0; move < MANY * cases.size() && next(); move++) {
            settle();
            goOn();
            obligations.look();
        }
        assertThat(cases.stream().filter(this::running).map(c -> c.number))
                .as("every case comes to its end")
                .isEmpty();
    }

    /** Turns to one of the cases that still run. */
    private boolean next() {
        var still = cases.stream().filter(this::running).toList();
        if (!still.isEmpty()) {
            played = RandomAnswers.one(still, dice);
        }
        return !still.isEmpty();
    }

    private boolean open() {
        return next()
                && db.sql("select count(*) from after_sales_case where case_number = ? and closed_at is null")
                                .param(played.number)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /** Where the tokens stand, and what departments were asked, for whoever reads a failure. */
    private List<String> where() {
        var tokens =
                "select concat('stands at ', coalesce(e.ACT_ID_, '-'), ' of ', d.KEY_, ' ', left(e.ID_, 8), ' in ',"
                        + " coalesce(left(coalesce(e.PARENT_ID_, e.SUPER_EXEC_), 8), '-'), ' rev ', e.REV_, ' ',"
                        + " coalesce(i.INCIDENT_MSG_, ''))"
                        + " from ACT_RU_EXECUTION e join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_"
                        + " join ACT_RU_EXECUTION p on p.ID_ = e.PROC_INST_ID_"
                        + " left join ACT_RU_INCIDENT i on i.EXECUTION_ID_ = e.ID_ where p.BUSINESS_KEY_ = ?";
        var steps =
                "select concat(h.START_TIME_, ' to ', coalesce(concat('', h.END_TIME_), '-'), ' ', h.ACT_ID_, ' by ',"
                        + " left(h.EXECUTION_ID_, 8)) from ACT_HI_ACTINST h join ACT_HI_PROCINST p on p.ID_ = h.PROC_INST_ID_"
                        + " where p.BUSINESS_KEY_ = ? order by h.START_TIME_, h.SEQUENCE_COUNTER_";
        var asked =
                "select concat(topic, ' ', element, ' ', request_state, ' ', coalesce(no_code, ''), coalesce(trouble, ''))"
                        + " from department_request where case_number = ? order by asked_at";
        return cases.stream()
                .flatMap(c -> Stream.concat(
                        Stream.of(c.number),
                        Stream.of(tokens, asked, steps)
                                .flatMap(sql -> db.sql(sql).param(c.number).query(String.class).list().stream())))
                .toList();
    }

    private void sells() {
        sale = shop.sale();
        int lines = 1 + dice.nextInt(2);
        long total = 0;
        var skus = new ArrayList<String>();
        for (int i = 0; i < lines; i++) {
            int quantity = 1 + dice.nextInt(3);
            long paid = quantity * (500L + dice.nextInt(60_000)) + dice.nextInt(2);
            total += paid;
            var sku = sale.orderNumber + "-" + i;
            skus.add(sku);
            sale.line(sku, quantity, paid);
        }
        long freight = dice.nextBoolean() ? 800 : 0;
        sale.freight(freight);
        total += freight;
        long first = dice.nextBoolean() ? total : total / 3;
        sale.paid("ALIPAY", first);
        if (first < total) {
            sale.paid("GIFTCARD", total - first);
        }
        sale.signed(1 + dice.nextInt(12));
        if (dice.nextInt(4) == 0) {
            sale.with(
                    "customer",
                    Map.of(
                            "reference",
                            "C-" + sale.orderNumber,
                            "name",
                            "测试客户",
                            "phone",
                            "13000000001",
                            "tier",
                            "VIP"));
        }
        shop.sold(sale);
        var other = sale.orderNumber + "-X";
        skus.add(other);
        for (var sku : skus) {
            shop.stock(sku, dice.nextInt(6));
            shop.as("shop")
                    .put(
                            "/api/v1/products/" + sale.store + "/" + sku,
                            Map.of("product", sku, "model", "m", "listPrice", 500 + dice.nextInt(60_000)));
        }
        books = new RandomBooks(shop, db, skus);
        obligations = new RandomObligations(db, sale.orderNumber);
    }

    /** A request of the customer; a new case when it is taken, nothing new when it is refused or joins one. */
    private void asks(String wish) {
        var request =
                Shop.request(sale, wish, RandomAnswers.one(REASONS, dice), dice.nextBoolean() ? "1:1" : "", "测试 test");
        if (dice.nextBoolean()) {
            request.put("goodsIntact", dice.nextBoolean());
        }
        if (wish.equals("EXCHANGE") && dice.nextBoolean()) {
            request.put("wantedSku", RandomAnswers.one(books.skus(), dice));
        }
        if (wish.equals("REVIEW")) {
            request.put(
                    "review",
                    Map.of(
                            "reviewId",
                            "RV-" + sale.orderNumber,
                            "rating",
                            1 + dice.nextInt(5),
                            "text",
                            "一般 so so",
                            "postedAt",
                            shop.now().toString()));
        }
        if (wish.equals("LOGISTICS") && dice.nextBoolean()) {
            request.put("trackingNumber", sale.orderNumber + "-S1");
        }
        var reply = shop.ask(dice.nextBoolean() ? "shop" : "agent", request);
        log.add("asked " + request + " -> " + reply.status() + " "
                + reply.body().at("/caseNumber").asText());
        assertThat(reply.status()).as("%s", reply).isIn(200, 201, 409, 422);
        if (reply.status() == 201) {
            played = new PlayedCase(shop, reply.text("/caseNumber"));
            cases.add(played);
        }
    }

    private void move() {
        int what = dice.nextInt(20);
        if (what < 9) {
            answersATask();
        } else if (what < 11) {
            firesATimer();
        } else if (what < 14) {
            happens(RandomAnswers.one(EVENTS, dice));
        } else if (what < 17) {
            scans(RandomAnswers.one(SCANS, dice));
        } else if (what < 18) {
            departmentAnswers();
        } else if (what < 19 && cases.size() < MOST_CASES && dice.nextInt(4) == 0) {
            asks(RandomAnswers.one(KINDS, dice));
        } else {
            var asked = topics();
            if (!asked.isEmpty()) {
                var topic = RandomAnswers.one(asked, dice);
                var fault = RandomAnswers.one(FAULTS.subList(0, MAY_REFUSE.contains(topic) ? 4 : 3), dice);
                shop.next(topic, fault);
                topicsWithFaults.add(topic);
                log.add(topic + " will " + fault);
            }
        }
    }

    /** Without faults something always leads on: a department's answer, a person's, the next timer, a parcel that arrives. */
    private void goOn() {
        retry();
        if (departmentAnswers() || answersATask()) {
            return;
        }
        if (dice.nextBoolean() && firesATimer()) {
            return;
        }
        scans("DELIVERED");
        happens(RandomAnswers.one(AWAITED, dice));
        firesATimer();
    }

    private boolean answersATask() {
        var open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(played.number)
                .list();
        if (open.isEmpty()) {
            return false;
        }
        var task = RandomAnswers.one(open, dice);
        String refused = "";
        int conflicts = 0;
        for (int attempt = 0; attempt < 12; attempt++) {
            var given = ANSWERS.to(task.getTaskDefinitionKey(), dice, lines(), sums(), books.skus());
            var who = RandomAnswers.one(team(task.getId()), dice);
            var reply = played.complete(who, task.getId(), task.getTaskDefinitionKey(), given);
            if (reply.status() >= 500) {
                throw new AssertionError(who + " " + task.getTaskDefinitionKey() + " " + given + " -> " + reply);
            }
            if (reply.status() == 204) {
                log.add(who + " " + task.getTaskDefinitionKey() + " " + given);
                return true;
            }
            refused = who + " " + task.getTaskDefinitionKey() + " " + given + " -> " + reply;
            conflicts += reply.text("/code").equals("CONFLICT_TRY_AGAIN") ? 1 : 0;
        }
        assertThat(conflicts)
                .as("nobody else is there, and it is always in conflict: " + refused)
                .isLessThan(12);
        log.add("at last refused: " + refused);
        return false; // another time with other answers
    }

    /** Who may see the task; anybody where its team is chosen by sum. */
    private List<String> team(String task) {
        var people = db
                .sql("select GROUP_ID_ from ACT_RU_IDENTITYLINK where TASK_ID_ = ? and GROUP_ID_ is not null")
                .param(task)
                .query(String.class)
                .list()
                .stream()
                .flatMap(group -> PEOPLE.getOrDefault(group, List.of("lead", "manager")).stream())
                .toList();
        return people.isEmpty() ? List.of("lead", "manager") : people;
    }

    private boolean firesATimer() {
        var roots = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(played.number)
                .rootProcessInstances()
                .list();
        var waiting = roots.stream()
                .flatMap(
                        root -> engine
                                .getManagementService()
                                .createJobQuery()
                                .rootProcessInstanceId(root.getId())
                                .timers()
                                .list()
                                .stream())
                .toList();
        if (waiting.isEmpty()) {
            return false;
        }
        Job job = RandomAnswers.one(waiting, dice);
        var element = engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        log.add("timer " + element);
        shop.as("agent").post("/api/v1/sandbox/timers/fire", Map.of("caseNumber", played.number, "element", element));
        return true;
    }

    private void happens(String type) {
        var event = new HashMap<String, Object>(
                Map.of("type", type, "eventId", UUID.randomUUID().toString()));
        switch (type) {
            case "RETURN_PARCEL_SENT" -> {
                var tracking = played.number + "-R" + dice.nextInt(2);
                returnParcels.add(tracking);
                event.put("trackingNumber", tracking);
                event.put("carrier", "SF");
            }
            case "COUNTER_OFFER_ANSWERED" -> event.put("accepted", dice.nextBoolean());
            case "REVIEW_UPDATED" -> event.put("rating", 1 + dice.nextInt(5));
            case "PLATFORM_RULED" -> {
                event.put(
                        "ruling",
                        RandomAnswers.one(
                                List.of("PLATFORM_FOR_CUSTOMER", "PLATFORM_FOR_SELLER", "PLATFORM_SPLIT"), dice));
                event.put("amount", RandomAnswers.one(sums(), dice));
                event.put("paidBy", RandomAnswers.one(List.of("SELLER", "PLATFORM", "ALREADY_TAKEN"), dice));
            }
            case "PLATFORM_STEPPED_IN" -> event.put("disputeNumber", "D-1");
            default -> event.put("text", "测试");
        }
        var reply = shop.as("shop").post(played.path() + "/events", event);
        log.add(event + " -> " + reply.status());
        assertThat(reply.status()).as("%s %s", event, reply).isLessThan(500);
    }

    private void scans(String scan) {
        var known = new ArrayList<>(returnParcels);
        known.add(sale.orderNumber + "-S1");
        Shop.items(shop.as("manager").get(played.path() + "/parcels").body().at("/items"))
                .forEach(p -> known.add(p.at("/trackingNumber").asText()));
        var tracking = RandomAnswers.one(known, dice);
        log.add(tracking + " " + scan);
        played.scan(tracking, scan);
    }

    private boolean departmentAnswers() {
        var pending = db.sql("select request_id, topic from department_request where case_number = ?"
                        + " and request_state = 'PENDING'")
                .param(played.number)
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .list();
        var gateway = db.sql("select refund_number from refund where case_number = ? and state in ('SENT', 'UNKNOWN')")
                .param(played.number)
                .query(String.class)
                .list();
        for (var request : pending) {
            boolean no = MAY_REFUSE.contains(request.get(1)) && dice.nextInt(4) == 0;
            var reply = shop.as("agent")
                    .post(
                            "/api/v1/sandbox/requests/" + request.get(0),
                            Map.of("answer", no ? "REFUSE:NOT_POSSIBLE" : "OK"));
            log.add(request.get(1) + " answers " + (no ? "no" : "yes") + " -> " + reply.status());
        }
        for (var refund : gateway) {
            var state = dice.nextInt(4) == 0 ? "REFUSED" : "SETTLED";
            var reply = shop.as("agent").post("/api/v1/sandbox/gateway/refunds/" + refund, Map.of("state", state));
            log.add("gateway " + refund + " " + state + " -> " + reply.status());
        }
        return !pending.isEmpty() && dice.nextInt(3) > 0; // what stays open must not stand in the way of the rest
    }

    private List<String> topics() {
        return db.sql("select distinct topic from department_request where case_number = ?")
                .param(played.number)
                .query(String.class)
                .list();
    }

    private void faultsStop() {
        topicsWithFaults.forEach(topic -> shop.next(topic));
        topicsWithFaults.clear();
    }

    /** What stands still after too many failures is tried again, as a manager does in Cockpit. */
    private void retry() {
        long before = attempts();
        boolean again = false;
        for (var instance : instances(played)) {
            var failed = engine.getExternalTaskService()
                    .createExternalTaskQuery()
                    .processInstanceId(instance)
                    .noRetriesLeft()
                    .list();
            failed.forEach(task -> engine.getExternalTaskService().setRetries(task.getId(), 1));
            again |= !failed.isEmpty();
            engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance)
                    .noRetriesLeft()
                    .list()
                    .forEach(job -> engine.getManagementService().setJobRetries(job.getId(), 1));
        }
        if (again) { // the worker finds it at its next poll
            assertThat(++retries).as("tried again and again in vain").isLessThan(VAIN);
            Await.until(played.number + " tried again", this::attempts, attempts -> attempts > before);
        }
    }

    private long attempts() {
        return db.sql("select coalesce(sum(attempts), 0) from department_request where case_number = ?")
                .param(played.number)
                .query(Long.class)
                .single();
    }

    private boolean running(PlayedCase one) {
        return !instances(one).isEmpty();
    }

    private List<String> instances(PlayedCase one) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(one.number)
                .list()
                .stream()
                .map(i -> i.getId())
                .toList();
    }

    /** Departments work on their own: waits until none of them is at it. */
    private void settle() {
        Await.until(
                played.number + " departments at rest",
                () -> db.sql("select count(*) from department_request where case_number = ?"
                                + " and request_state not in ('DONE', 'NO', 'CANCELLED', 'PENDING', 'FAILED')")
                        .param(played.number)
                        .query(Long.class)
                        .single(),
                open -> open == 0);
    }

    private List<Integer> lines() {
        return db.sql("select line_number from case_line where case_number = ?")
                .param(played.number)
                .query(Integer.class)
                .list();
    }

    private List<Long> sums() {
        long paid = db.sql("select coalesce(sum(amount), 0) from order_payment where order_number = ?")
                .param(sale.orderNumber)
                .query(Long.class)
                .single();
        return List.of(0L, 1L, 500L, 2_000L, paid / 2, paid, paid + 1);
    }
}
