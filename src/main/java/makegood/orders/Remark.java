package makegood.orders;

import java.time.Instant;

/** A remark on an order. A new one takes the place of the one before, which stays readable. */
public record Remark(Instant at, String by, String text, RemarkFlag flag) {
    static final int MAX = 1000;

    Remark flagged(RemarkFlag with) {
        return new Remark(at, by, text, with);
    }
}
