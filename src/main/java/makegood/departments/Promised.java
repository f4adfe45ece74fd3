package makegood.departments;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the answer of each topic holds; docs/departments.md says what it means. Nothing else of a foreign answer enters
 * the house: neither personal data nor a figure that no step has asked for.
 */
final class Promised {
    private static final int LONGEST = 500;
    private static final int MOST = 200;

    /** Names with {@code !} must be there; {@code #} is a whole number, {@code ?} a flag, {@code []} a list of rows, else a text. */
    private static final Map<Topic, String> FIELDS = Map.ofEntries(
            entry(Topic.WAREHOUSE_CHECK_STOCK, "sellable# shelves[]"),
            entry(Topic.WAREHOUSE_RESERVE_STOCK, "reservation!"),
            entry(Topic.WAREHOUSE_RELEASE_STOCK, "released?"),
            entry(Topic.WAREHOUSE_AUTHORISE_RETURN, "rma! returnAddress carrier labelNumber labelCost#"),
            entry(Topic.WAREHOUSE_REVOKE_RETURN, "revoked?"),
            entry(Topic.WAREHOUSE_SHIP, "trackingNumber! carrier! freight#"),
            entry(Topic.WAREHOUSE_BOOK_RETURNED_GOODS, "booked#"),
            entry(Topic.CARRIER_TRACE, "trackingNumber scans[] status remark weightGrams# signedBy place"),
            entry(Topic.CARRIER_BOOK_PICKUP, "pickupNumber! trackingNumber! carrier!"),
            entry(Topic.CARRIER_FILE_CLAIM, "state! amount# reference"),
            entry(Topic.FINANCE_REFUND, "state! gatewayReference"),
            entry(Topic.FINANCE_QUERY_REFUND, "state! gatewayReference"),
            entry(Topic.FINANCE_PAY_OUT, "state! reference"),
            entry(Topic.FINANCE_ISSUE_COUPON, "couponCode!"),
            entry(Topic.FINANCE_COLLECT, "state! paymentReference"),
            entry(Topic.FINANCE_BOOK_CLAIM, "booked?"),
            entry(Topic.FINANCE_LIST_SETTLEMENTS, "lines[]! next"),
            entry(Topic.PRODUCT_REPORT_DEFECT, "report"),
            entry(Topic.MARKETPLACE_AGREE, "agreed?"),
            entry(Topic.MARKETPLACE_REFUSE, "refused?"),
            entry(Topic.MARKETPLACE_READ_DEADLINE, "stage until"),
            entry(Topic.MARKETPLACE_SUBMIT_EVIDENCE, "submitted?"),
            entry(Topic.MARKETPLACE_REPLY_TO_REVIEW, "published?"),
            entry(Topic.MARKETPLACE_APPEAL_REVIEW, "result!"),
            entry(Topic.MARKETPLACE_LIST_REVIEWS, "reviews[]!"),
            entry(Topic.NOTIFICATION_SEND, "sent?"));

    private Promised() {}

    /** One field of an answer. */
    record Field(String name, boolean required, char kind) {
        static Field of(String words) {
            var kind = words.replaceAll("[A-Za-z!]", "");
            return new Field(
                    words.replaceAll("[^A-Za-z]", ""), words.contains("!"), kind.isEmpty() ? 't' : kind.charAt(0));
        }

        boolean takes(Object value) {
            return switch (kind) {
                case '#' -> value instanceof Integer || value instanceof Long;
                case '?' -> value instanceof Boolean;
                case '[' ->
                    value instanceof List<?> rows
                            && rows.size() <= MOST
                            && rows.stream().allMatch(Promised::row);
                default -> value instanceof String text && plain(text);
            };
        }
    }

    static Map<String, Field> of(Topic topic) {
        return Arrays.stream(FIELDS.get(topic).split(" "))
                .map(Field::of)
                .collect(Collectors.toMap(Field::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** The promised values of an answer, without the rest; {@link IllegalArgumentException} names what is missing or wrong. */
    static Map<String, Object> read(Topic topic, Map<String, Object> given) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : of(topic).values()) {
            var value = given.get(field.name());
            if (value != null) {
                if (!field.takes(value)) {
                    throw new IllegalArgumentException(field.name() + " is not what " + topic.id() + " promises");
                }
                values.put(field.name(), value);
            } else if (field.required()) {
                throw new IllegalArgumentException("the answer lacks " + field.name());
            }
        }
        return values;
    }

    private static boolean row(Object row) {
        return row instanceof Map<?, ?> fields
                && fields.size() <= 20
                && fields.values().stream().allMatch(Promised::scalar);
    }

    private static boolean scalar(Object value) {
        return value == null
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof String text && text.length() <= 4_000;
    }

    private static boolean plain(String text) {
        return text.length() <= LONGEST && text.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }
}
