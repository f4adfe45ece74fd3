package makegood.gateways;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makegood.departments.Answer;

/**
 * One merchant account at a vendor. Whatever leaves in doubt whether money moved is an {@link
 * makegood.departments.AnswerLost}; any other runtime exception says that nothing was done.
 */
interface Gateway {
    /** Asks the gateway to pay back, under the refund's own number. */
    Answer refund(RefundOrder refund);

    /** What became of the refund of that number; {@link Answer.Unknown} when it was never seen. */
    Answer query(RefundOrder refund);

    /**
     * What a notification says of a refund; empty when it is about something else.
     *
     * @param nows the times that count as now
     */
    Optional<Notice> read(Letter letter, List<Instant> nows) throws NoticeNotSigned;
}
