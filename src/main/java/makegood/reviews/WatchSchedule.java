package makegood.reviews;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import makegood.platform.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees to it that every store has its daily look planned, new stores too, unless {@code makegood.watch.reviews=false}. */
@Component
@ConditionalOnProperty(name = "makegood.watch.reviews", matchIfMissing = true)
class WatchSchedule {
    private final ReviewWatch watch;
    private final Tenants tenants;
    private final Set<String> planned = ConcurrentHashMap.newKeySet();

    WatchSchedule(ReviewWatch watch, Tenants tenants) {
        this.watch = watch;
        this.tenants = tenants;
    }

    @Scheduled(fixedDelayString = "${makegood.watch.period:PT10S}")
    void plan() {
        for (var store : tenants.all()) {
            if (!planned.contains(store) && watch.begin(store)) {
                planned.add(store);
            }
        }
    }
}
