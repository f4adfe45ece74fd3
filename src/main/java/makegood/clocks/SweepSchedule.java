package makegood.clocks;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps by itself, unless {@code makegood.clocks.sweep=false}; {@code makegood.clocks.period} says how often. */
@Component
@ConditionalOnProperty(name = "makegood.clocks.sweep", matchIfMissing = true)
class SweepSchedule {
    private final ClockSweep sweep;

    SweepSchedule(ClockSweep sweep) {
        this.sweep = sweep;
    }

    @Scheduled(fixedDelayString = "${makegood.clocks.period:PT1S}")
    void sweep() {
        sweep.sweep();
    }
}
