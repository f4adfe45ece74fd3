package makegood.cases;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makegood.platform.Answers;
import makegood.platform.InvalidInput;

/**
 * A request to open a case, the same from all doors. {@code lines} is a list of {line, quantity} or the text
 * {@code "1:1,3:2"}; empty means the whole order.
 */
record CaseRequest(
        String store,
        String orderNumber,
        String paymentReference,
        CaseKind kind,
        Reason reason,
        Channel channel,
        List<CaseFacts.Line> lines,
        String statement,
        String goodsIntact,
        String wantedSku,
        Long requestedAmount,
        String trackingNumber,
        String exceptionKind,
        CaseFacts.Review review,
        String platformCase,
        String deadlineStage,
        Instant deadlineUntil) {
    /** A payment without its order can be looked into; goods are those of an order. */
    private static final Set<CaseKind> ABOUT_GOODS =
            Set.of(CaseKind.RETURN_REFUND, CaseKind.EXCHANGE, CaseKind.RESEND, CaseKind.REPAIR);

    static final int STATEMENT_MAX = 4_000;

    /** Asked for or come in as a review: one case per published review, whatever else runs for its order. */
    boolean aboutReview() {
        return review != null && (kind == CaseKind.REVIEW || channel == Channel.REVIEW);
    }

    static CaseRequest from(Map<String, Object> fields) throws InvalidInput {
        var given = new Answers(fields);
        var store = given.requiredText("store", 64);
        var order = given.text("orderNumber", 64);
        var payment = given.text("paymentReference", 64);
        var kind = given.optional("procedure", CaseKind.class).orElse(null);
        var deadline = nested(given, "platformDeadline");
        var review = nested(given, "review");
        var request = new CaseRequest(
                store,
                order,
                payment,
                kind,
                given.required("reason", Reason.class),
                given.optional("channel", Channel.class)
                        .orElse(kind == CaseKind.REVIEW ? Channel.REVIEW : Channel.PORTAL),
                lines(given),
                given.text("statement", STATEMENT_MAX),
                given.flag("goodsIntact").map(yes -> yes ? "YES" : "NO").orElse("UNKNOWN"),
                given.text("wantedSku", 64),
                given.amount("requestedAmount").orElse(null),
                given.trackingNumber("trackingNumber"),
                exceptionKind(given),
                review(given, review),
                given.text("platformCase", 64),
                deadline.text("stage", 40),
                until(given, deadline));
        boolean orderless = kind == CaseKind.INQUIRY || kind == CaseKind.REVIEW;
        given.require(
                !order.isEmpty() || !payment.isEmpty() && !ABOUT_GOODS.contains(kind) || orderless,
                "orderNumber",
                "REQUIRED",
                "which order?",
                "请填写订单号");
        given.require(
                kind != CaseKind.REVIEW && request.channel() != Channel.REVIEW || request.review() != null,
                "review",
                "REQUIRED",
                "which review?",
                "请填写评价");
        deadline.check();
        given.check();
        return request;
    }

    /** What a watch or a carrier's system has found out already (rules.md 1.5); people choose it in the procedure. */
    private static String exceptionKind(Answers given) {
        var kind = given.text("exceptionKind", 40);
        given.require(kind.matches("[A-Z_]*"), "exceptionKind", "UNKNOWN_CODE", "must be a code", "须为代码");
        return kind;
    }

    /** Null when the case is about no review. Forms and the engine's REST give its parts as {@code reviewId}, {@code rating} … */
    private static CaseFacts.Review review(Answers given, Answers nested) {
        boolean flat = nested.raw().isEmpty();
        var from = flat ? given : nested;
        if (flat && !given.has("reviewId")) {
            return null;
        }
        var at = flat ? "" : "review/";
        var id = from.text("reviewId", 128);
        int rating = from.quantity("rating").orElse(0);
        given.require(!id.isEmpty(), at + "reviewId", "REQUIRED", "which review?", "请填写评价编号");
        given.require(rating >= 1 && rating <= 5, at + "rating", "OUT_OF_RANGE", "from 1 to 5", "须为 1 到 5");
        return new CaseFacts.Review(
                id,
                rating,
                from.text(flat ? "reviewText" : "text", STATEMENT_MAX),
                instant(given, from.text("postedAt", 40), at + "postedAt"));
    }

    private static Instant until(Answers given, Answers deadline) {
        var text = deadline.text("until", 40);
        if (text.isEmpty()) {
            given.require(deadline.raw().isEmpty(), "platformDeadline/until", "REQUIRED", "until when?", "请填写平台截止时间");
        }
        return instant(given, text, "platformDeadline/until");
    }

    private static Instant instant(Answers given, String text, String pointer) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            given.wrong(
                    pointer, "NOT_AN_INSTANT", "an instant like 2026-11-23T09:50:00Z", "须为 2026-11-23T09:50:00Z 这样的时间");
            return null;
        }
    }

    @SuppressWarnings("unchecked")
    private static Answers nested(Answers given, String name) {
        var value = given.raw().get(name);
        if (value instanceof Map<?, ?> map) {
            return new Answers((Map<String, Object>) map);
        }
        given.require(
                value == null || value instanceof String s && s.isBlank(),
                name,
                "NOT_AN_OBJECT",
                "must be an object",
                "须为对象");
        return new Answers(Map.of());
    }

    static List<CaseFacts.Line> lines(Answers given) {
        var value = given.raw().get("lines");
        var quantities = new LinkedHashMap<Integer, Integer>();
        if (value instanceof List<?> list) {
            for (int i = 0; i < Math.min(list.size(), 500); i++) {
                add(given, quantities, list.get(i) instanceof Map<?, ?> m ? m : Map.of(), "lines/" + i);
            }
        } else if (value instanceof String text) {
            for (var part : text.isBlank() ? new String[0] : text.split(",", 500)) {
                var pair = part.split(":", 2);
                add(
                        given,
                        quantities,
                        Map.of("line", pair[0].trim(), "quantity", pair.length == 2 ? pair[1].trim() : "1"),
                        "lines");
            }
        } else {
            given.require(
                    value == null, "lines", "NOT_A_LIST", "a list of {line, quantity}", "须为 {line, quantity} 的列表");
        }
        var lines = new ArrayList<CaseFacts.Line>();
        quantities.forEach((line, quantity) -> lines.add(new CaseFacts.Line(line, quantity)));
        return lines;
    }

    private static void add(Answers given, Map<Integer, Integer> quantities, Map<?, ?> pair, String pointer) {
        var copy = new LinkedHashMap<String, Object>();
        pair.forEach((k, v) -> copy.put(String.valueOf(k), v));
        var numbers = new Answers(copy);
        int line = numbers.quantity("line").orElse(0);
        int quantity = numbers.quantity("quantity").orElse(0);
        if (line < 1 || quantity < 1) {
            given.wrong(pointer, "OUT_OF_RANGE", "line and quantity from 1", "行号和数量须从 1 起");
        } else {
            quantities.merge(line, quantity, Integer::sum);
        }
    }
}
