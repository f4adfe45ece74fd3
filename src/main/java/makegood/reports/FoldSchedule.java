package makegood.reports;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the table of day sums as short as its reports. */
@Component
class FoldSchedule {
    private final DaySums sums;

    FoldSchedule(DaySums sums) {
        this.sums = sums;
    }

    @Scheduled(
            fixedDelayString = "${makegood.reports.fold-every:PT5M}",
            initialDelayString = "${makegood.reports.fold-every:PT5M}")
    void fold() {
        while (sums.fold() > 0) {
            // each page is a transaction of its own
        }
    }
}
