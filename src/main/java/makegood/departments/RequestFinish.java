package makegood.departments;

import java.time.Duration;
import java.util.Optional;
import makegood.platform.Races;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The call, outside of any transaction, and the second transaction: answer, request and process together. */
@Component
class RequestFinish {
    private final RequestEnd end;
    private final TransactionTemplate transaction;

    RequestFinish(RequestEnd end, TransactionTemplate transaction) {
        this.end = end;
        this.transaction = transaction;
    }

    /** The pause until it is to be fetched again after a failure, if it failed. */
    Optional<Duration> serve(Work work, Asking asking, String worker) {
        Answer answer;
        try {
            answer = asking.answer(work.call(), work.askedBefore());
        } catch (RuntimeException technical) {
            return failed(work, worker, Trouble.of(technical));
        }
        return answered(work, answer, worker);
    }

    /** An answer that is there; the pause until it is asked again when the case could not go on with it. */
    Optional<Duration> answered(Work work, Answer answer, String worker) {
        try {
            write(work, answer, worker);
            return Optional.empty();
        } catch (RuntimeException stuck) {
            return failed(
                    work,
                    worker,
                    answer instanceof Answer.No no && Trouble.noWay(stuck)
                            ? Trouble.unhandled(no.code())
                            : Trouble.stuck(stuck));
        }
    }

    /** A lost race with another part of the same case is no failure: the answer stays and is written again. */
    private void write(Work work, Answer answer, String worker) {
        Races.again(() -> transaction.execute(t -> {
            end.answer(work, answer, worker);
            return true;
        }));
    }

    private Optional<Duration> failed(Work work, String worker, Trouble trouble) {
        return transaction.execute(t -> end.failed(work, worker, trouble));
    }
}
