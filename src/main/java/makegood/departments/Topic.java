package makegood.departments;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What departments can be asked; docs/departments.md shows the same list with inputs and answers.
 * {@code refusal}: the one BPMN error that stands for every no of this topic, whatever the department's own code.
 */
public enum Topic {
    WAREHOUSE_CHECK_STOCK(Department.WAREHOUSE, "check-stock", Duration.ofHours(4), null),
    WAREHOUSE_RESERVE_STOCK(Department.WAREHOUSE, "reserve-stock", Duration.ofHours(4), "STOCK_UNAVAILABLE"),
    WAREHOUSE_RELEASE_STOCK(Department.WAREHOUSE, "release-stock", Duration.ofHours(4), null),
    WAREHOUSE_AUTHORISE_RETURN(Department.WAREHOUSE, "authorise-return", Duration.ofHours(4), null),
    WAREHOUSE_REVOKE_RETURN(Department.WAREHOUSE, "revoke-return", Duration.ofHours(4), null),
    WAREHOUSE_SHIP(Department.WAREHOUSE, "ship", Duration.ofDays(2), null),
    WAREHOUSE_BOOK_RETURNED_GOODS(Department.WAREHOUSE, "book-returned-goods", Duration.ofDays(1), null),
    CARRIER_TRACE(Department.CARRIER, "trace", Duration.ofDays(1), null),
    CARRIER_BOOK_PICKUP(Department.CARRIER, "book-pickup", Duration.ofDays(1), null),
    CARRIER_FILE_CLAIM(Department.CARRIER, "file-claim", Duration.ofDays(7), "CLAIM_REFUSED"),
    FINANCE_REFUND(Department.FINANCE, "refund", Duration.ofMinutes(5), "REFUND_REFUSED"),
    FINANCE_QUERY_REFUND(Department.FINANCE, "query-refund", Duration.ofMinutes(5), "REFUND_REFUSED"),
    FINANCE_PAY_OUT(Department.FINANCE, "pay-out", Duration.ofDays(1), "PAY_OUT_REFUSED"),
    FINANCE_ISSUE_COUPON(Department.FINANCE, "issue-coupon", Duration.ofDays(1), "COUPON_REFUSED"),
    FINANCE_COLLECT(Department.FINANCE, "collect", Duration.ofDays(2), "COLLECTION_REFUSED"),
    FINANCE_LIST_SETTLEMENTS(Department.FINANCE, "list-settlements", Duration.ofHours(4), null),
    FINANCE_BOOK_CLAIM(Department.FINANCE, "book-claim", Duration.ofDays(1), null),
    PRODUCT_REPORT_DEFECT(Department.PRODUCT, "report-defect", Duration.ofDays(2), null),
    MARKETPLACE_AGREE(Department.MARKETPLACE, "agree", Duration.ofHours(1), null),
    MARKETPLACE_REFUSE(Department.MARKETPLACE, "refuse", Duration.ofHours(1), null),
    MARKETPLACE_READ_DEADLINE(Department.MARKETPLACE, "read-deadline", Duration.ofHours(1), null),
    MARKETPLACE_SUBMIT_EVIDENCE(Department.MARKETPLACE, "submit-evidence", Duration.ofHours(1), "EVIDENCE_NOT_TAKEN"),
    MARKETPLACE_REPLY_TO_REVIEW(Department.MARKETPLACE, "reply-to-review", Duration.ofHours(4), "REPLY_REFUSED"),
    MARKETPLACE_APPEAL_REVIEW(Department.MARKETPLACE, "appeal-review", Duration.ofDays(7), "APPEAL_REFUSED"),
    MARKETPLACE_LIST_REVIEWS(Department.MARKETPLACE, "list-reviews", Duration.ofHours(4), null),
    NOTIFICATION_SEND(Department.NOTIFICATION, "send", Duration.ofMinutes(5), null);

    private final Department department;
    private final String id;
    private final Duration answerWithin;
    private final String refusal;

    Topic(Department department, String action, Duration answerWithin, String refusal) {
        this.department = department;
        this.id = department.name().toLowerCase(Locale.ROOT) + "." + action;
        this.answerWithin = answerWithin;
        this.refusal = refusal;
    }

    /** As the models name it, {@code warehouse.authorise-return}. */
    public String id() {
        return id;
    }

    public Department department() {
        return department;
    }

    Duration answerWithin() {
        return answerWithin;
    }

    /** What of the customer the work cannot be done without: NAME, PHONE, ADDRESS; never part of the request itself. */
    Set<String> personal() {
        return switch (this) {
            case WAREHOUSE_SHIP, CARRIER_BOOK_PICKUP -> Set.of("NAME", "PHONE", "ADDRESS");
            case NOTIFICATION_SEND -> Set.of("NAME", "PHONE");
            default -> Set.of();
        };
    }

    /** The BPMN error for the department's code. */
    String errorFor(String code) {
        return refusal == null ? code : refusal;
    }

    public static Optional<Topic> find(String id) {
        return Arrays.stream(values()).filter(t -> t.id.equals(id)).findFirst();
    }

    static Topic of(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no department serves topic " + id));
    }
}
