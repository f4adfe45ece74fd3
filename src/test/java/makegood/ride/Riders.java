package makegood.ride;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import makegood.RunningJar.Answer;

/** Shop system, agents, warehouse, leads and finance at work: each call goes to any node, and is repeated as people do. */
final class Riders {
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

    private final Calls calls;
    private final Contests contests;
    private final Dice dice;
    private final AtomicInteger sold = new AtomicInteger();
    private final String run = UUID.randomUUID().toString().substring(0, 6);

    /** Number of each accepted case, and whether its goods come back. */
    final Map<String, Boolean> cases = new ConcurrentHashMap<>();

    /** Accepted and not seen closed yet. */
    final Set<String> open = ConcurrentHashMap.newKeySet();

    Riders(Calls calls, Contests contests, Dice dice) {
        this.calls = calls;
        this.contests = contests;
        this.dice = dice;
    }

    /** A sale and a request about it; the same idempotency key until somebody has answered. */
    void opensACase() {
        int number = sold.incrementAndGet();
        var order = "RIDE-" + run + "-" + number;
        boolean back = number % 4 == 0;
        calls.insist("shop", "PUT", "/api/v1/orders/north/" + order, Orders.order(order), Map.of());
        var request = Orders.request(order, back);
        var opened = dice.oneIn(6)
                ? contests.open(order, request)
                : calls.insist("shop", "POST", "/api/v1/cases", request, Map.of("Idempotency-Key", order));
        if (opened.status() >= 300) {
            calls.complaints.add("a case was not opened: " + opened);
            return;
        }
        var caseNumber = read(opened).at("/caseNumber").asText();
        cases.put(caseNumber, back);
        open.add(caseNumber);
    }

    void worksOnSome(int many) {
        dice.shuffled(open).stream().limit(many).forEach(this::worksOn);
    }

    /** Whatever the case waits for from people or the customer, once; true when it is closed. */
    boolean worksOn(String number) {
        var shown = calls.say("manager", "GET", "/api/v1/cases/" + number, null, Map.of());
        if (shown == null || shown.status() != 200) {
            return false;
        }
        if (read(shown).at("/status").asText().equals("CLOSED")) {
            open.remove(number);
            return true;
        }
        if (cases.get(number)) {
            sendsBack(number);
        }
        if (dice.oneIn(3)) {
            asksTheGateway(number);
        }
        var tasks =
                calls.say("manager", "GET", "/engine-rest/task?processInstanceBusinessKey=" + number, null, Map.of());
        if (tasks != null && tasks.status() == 200) {
            for (var task : read(tasks)) {
                does(task.at("/id").asText(), task.at("/taskDefinitionKey").asText());
            }
        }
        return false;
    }

    private void sendsBack(String number) {
        var tracking = number + "-R";
        var sent = calls.say(
                "shop", "POST", "/api/v1/cases/" + number + "/events", """
                {"type": "RETURN_PARCEL_SENT", "eventId": "sent-%s", "trackingNumber": "%s", "carrier": "SF"}""".formatted(number, tracking), Map.of());
        if (sent != null && sent.status() == 202) {
            calls.say("shop", "POST", "/api/v1/parcels/" + tracking + "/scans", """
                    {"at": "2026-01-20T08:00:00Z", "kind": "DELIVERED", "place": "warehouse", "scanId": "in-%s"}""".formatted(number), Map.of());
        }
    }

    /** What the application does by itself after minutes and hours. */
    void asksTheGateway(String number) {
        calls.say("agent", "POST", "/api/v1/sandbox/timers/fire", """
                {"caseNumber": "%s", "element": "Event_AskGatewayDue"}""".formatted(number), Map.of());
    }

    private void does(String task, String element) {
        var who = WHO.get(element);
        if (who == null) {
            return;
        }
        var body = answerTo(element);
        if (element.startsWith("Task_Review") && dice.oneIn(4)) {
            contests.complete(who, task, element, body);
        } else {
            calls.say(who, "POST", "/engine-rest/task/" + task + "/complete", body, Map.of());
        }
    }

    private static String answerTo(String element) {
        var fields = new HashMap<String, Object>();
        switch (element) {
            case "Task_ReviewRefundRequest" -> {
                fields.put("decision", "APPROVE");
                fields.put("evidence", "SUFFICIENT");
                fields.put("approvedAmount", Orders.PAID);
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
        var variables = new HashMap<String, Object>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return JSON.valueToTree(Map.of("variables", variables)).toString();
    }

    static JsonNode read(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(answer.body(), broken);
        }
    }
}
