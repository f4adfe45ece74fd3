package makegood.archive;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute whether a day is over, unless {@code makegood.archive.seal=false}. */
@Component
@ConditionalOnProperty(name = "makegood.archive.seal", matchIfMissing = true)
class SealSchedule {
    private final DailySeal seal;

    SealSchedule(DailySeal seal) {
        this.seal = seal;
    }

    @Scheduled(
            fixedDelayString = "${makegood.archive.period:PT1M}",
            initialDelayString = "${makegood.archive.period:PT1M}")
    void close() {
        seal.close();
    }
}
