package makegood.platform;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The one clock of the application and of the engine. The sandbox may move it, forward only: locks taken in the future would block their tasks. */
@Component
public class AppClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    /** The engine's time is one for the JVM: an application that is not the first in it finds it moved, and goes by it. */
    @PostConstruct
    void takeOver() {
        long moved = ClockUtil.getCurrentTime().getTime() - Clock.systemUTC().millis();
        offset = moved < 1_000 ? Duration.ZERO : Duration.ofMillis(moved);
    }

    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time only goes forward");
        }
        offset = offset.plus(by);
        ClockUtil.offset(offset.toMillis());
    }

    public Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }
}
