package makegood.ride;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import makegood.RunningJar.Answer;

/** Shop system, agents, warehouse, leads and finance at work: each call goes to any node, and is repeated as people do. */
final class Riders {
    static final long PAID = 2_900;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> WHO = Map.of(
            "Task_ReviewRefundRequest", "agent",
            "Task_ReviewReturnRequest", "agent",
            "Task_InspectReturnedGoods", "warehouse",
            "Task_ApproveRefund", "lead",
            "Task_PayOutAnotherWay", "finance",
            "Task_ConfirmPayOut", "lead",
            "Task_HandleReversedRefund", "finance",
            "Task_FindReturnParcel", "agent");

    private final Nodes nodes;
    private final Random dice;
    private final AtomicInteger sold = new AtomicInteger();
    private final String run = UUID.randomUUID().toString().substring(0, 6);

    /** Number of each accepted case, and whether its goods come back. */
    final Map<String, Boolean> cases = new ConcurrentHashMap<>();

    /** What no fault excuses: a 5xx that is not 503, a race that two have won. */
    final List<String> complaints = new CopyOnWriteArrayList<>();

    final AtomicInteger races = new AtomicInteger();
    final AtomicInteger unanswered = new AtomicInteger();

    Riders(Nodes nodes, Random dice) {
        this.nodes = nodes;
        this.dice = dice;
    }

    /** A sale and a request about it; the same idempotency key until somebody has answered. */
    void opensACase() {
        int number = sold.incrementAndGet();
        var order = "RIDE-" + run + "-" + number;
        boolean back = number % 4 == 0;
        insist("shop", "PUT", "/api/v1/orders/north/" + order, order(order), Map.of());
        var request = back
                ? request(order, "RETURN_REFUND", "NO_REASON_7D", ", \"goodsIntact\": true")
                : request(order, "REFUND_ONLY", "MISSING_GOODS", "");
        var opened = insist("shop", "POST", "/api/v1/cases", request, Map.of("Idempotency-Key", order));
        if (opened.status() >= 300) {
            complaints.add("a case was not opened: " + opened);
            return;
        }
        cases.put(read(opened).at("/caseNumber").asText(), back);
    }

    /** Whatever the case waits for from people or the customer, once; true when it is closed. */
    boolean worksOn(String number) {
        var shown = say("manager", "GET", "/api/v1/cases/" + number, null, Map.of());
        if (shown == null || shown.status() != 200) {
            return false;
        }
        if (read(shown).at("/status").asText().equals("CLOSED")) {
            return true;
        }
        if (cases.get(number)) {
            sendsBack(number);
        }
        var tasks = say("manager", "GET", "/engine-rest/task?processInstanceBusinessKey=" + number, null, Map.of());
        if (tasks != null && tasks.status() == 200) {
            for (var task : read(tasks)) {
                does(task.at("/id").asText(), task.at("/taskDefinitionKey").asText());
            }
        }
        return false;
    }

    private void sendsBack(String number) {
        var tracking = number + "-R";
        var sent = say(
                "shop",
                "POST",
                "/api/v1/cases/" + number + "/events",
                "{\"type\": \"RETURN_PARCEL_SENT\", \"eventId\": \"sent-" + number + "\", \"trackingNumber\": \""
                        + tracking + "\", \"carrier\": \"SF\"}",
                Map.of());
        if (sent != null && sent.status() == 202) {
            say(
                    "shop",
                    "POST",
                    "/api/v1/parcels/" + tracking + "/scans",
                    "{\"at\": \"2026-01-20T08:00:00Z\", \"kind\": \"DELIVERED\", \"place\": \"warehouse\", \"scanId\": \"in-"
                            + number + "\"}",
                    Map.of());
        }
    }

    private void does(String task, String element) {
        var who = WHO.get(element);
        if (who == null) {
            return;
        }
        var body = answerTo(element);
        boolean race = element.startsWith("Task_Review") && chance(4);
        if (!race) {
            say(who, "POST", "/engine-rest/task/" + task + "/complete", body, Map.of());
            return;
        }
        races.incrementAndGet();
        var won = new AtomicInteger();
        var ten = Executors.newFixedThreadPool(10);
        try {
            var all = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 10; i++) {
                all.add(() -> {
                    var answer = say(who, "POST", "/engine-rest/task/" + task + "/complete", body, Map.of());
                    if (answer != null && answer.status() == 204) {
                        won.incrementAndGet();
                    }
                    return null;
                });
            }
            ten.invokeAll(all);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            ten.shutdown();
        }
        if (won.get() > 1) {
            complaints.add(won.get() + " of ten have completed " + element + " " + task);
        }
    }

    private static String answerTo(String element) {
        var fields = new HashMap<String, Object>();
        switch (element) {
            case "Task_ReviewRefundRequest" -> {
                fields.put("decision", "APPROVE");
                fields.put("evidence", "SUFFICIENT");
                fields.put("approvedAmount", PAID);
            }
            case "Task_ReviewReturnRequest" -> {
                fields.put("decision", "APPROVE");
                fields.put("evidence", "SUFFICIENT");
            }
            case "Task_InspectReturnedGoods" -> {
                fields.put("receivedQuantity_1", 1);
                fields.put("goodsGrade_1", "A");
                fields.put("finding_1", "AS_ANNOUNCED");
            }
            case "Task_PayOutAnotherWay" -> {
                fields.put("payOutMethod", "BANK_TRANSFER");
                fields.put("accountName", "测试客户");
                fields.put("accountNumber", "6200000000000000");
            }
            case "Task_ConfirmPayOut" -> fields.put("decision", "CONFIRM");
            case "Task_HandleReversedRefund" -> {
                fields.put("decision", "CLOSE_WITH_REASON");
                fields.put("reasonCode", "ACCOUNT_UNREACHABLE");
            }
            case "Task_FindReturnParcel" -> fields.put("found", false);
            default -> fields.put("decision", "APPROVE");
        }
        try {
            var variables = new HashMap<String, Object>();
            fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
            return JSON.writeValueAsString(Map.of("variables", variables));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Until a node has answered with anything but "later". */
    private Answer insist(String who, String method, String path, String body, Map<String, String> headers) {
        for (int attempt = 0; attempt < 200; attempt++) {
            var answer = say(who, method, path, body, headers);
            if (answer != null && answer.status() != 503 && answer.status() != 409) {
                return answer;
            }
            FaultyGateway.pause(300);
        }
        throw new AssertionError("no node has answered " + method + " " + path);
    }

    /** Null when no answer came. */
    Answer say(String who, String method, String path, String body, Map<String, String> headers) {
        try {
            var answer = nodes.any(dice).exchange(who, method, path, body, headers);
            if (answer.status() >= 500 && answer.status() != 503) {
                complaints.add(method + " " + path + ": " + answer);
            }
            return answer;
        } catch (IOException died) {
            unanswered.incrementAndGet();
            return null;
        }
    }

    boolean chance(int oneIn) {
        synchronized (dice) {
            return dice.nextInt(oneIn) == 0;
        }
    }

    static JsonNode read(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new IllegalStateException(answer.body(), broken);
        }
    }

    private static String request(String order, String procedure, String reason, String more) {
        return """
                {"store": "north", "orderNumber": "%s", "procedure": "%s", "reason": "%s", "channel": "CHAT",
                 "lines": [{"line": 1, "quantity": 1}], "statement": "少了一件"%s}""".formatted(order, procedure, reason, more);
    }

    private static String order(String order) {
        var now = Instant.now();
        return """
                {"customer": {"reference": "c-%1$s", "name": "测试客户", "phone": "13000000001", "address": "Example Road 1"},
                 "country": "CN", "placedAt": "%2$s", "currency": "CNY", "freightPaid": 0,
                 "lines": [{"line": 1, "sku": "TEE-WH-M", "product": "T恤", "quantity": 1, "paid": %3$d}],
                 "payments": [{"paymentNumber": "P-%1$s", "method": "ALIPAY", "amount": %3$d, "paidAt": "%2$s"}],
                 "parcels": [{"trackingNumber": "S-%1$s", "carrier": "SF", "lines": [1], "shippedAt": "%4$s",
                   "deliveredAt": "%5$s"}]}""".formatted(
                order, now.minusSeconds(6 * 86_400), PAID, now.minusSeconds(5 * 86_400), now.minusSeconds(3 * 86_400));
    }
}
