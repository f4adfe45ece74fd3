package makegood.departments;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * One circuit breaker and one bulkhead per store and department: who does not answer is left in peace for a while, and
 * does not take the hands that serve the others.
 */
class Guards {
    private static final Duration CROWDED = Duration.ofSeconds(5);
    private final ConcurrentMap<String, Guard> guards = new ConcurrentHashMap<>();
    private final DepartmentSettings.Http limits;

    /** {@code opened}: nano time of the last opening. */
    private record Guard(CircuitBreaker breaker, Bulkhead bulkhead, AtomicLong opened) {}

    Guards(DepartmentSettings.Http limits) {
        this.limits = limits;
    }

    /** {@link HeldBack} when it was not even tried. */
    <T> T call(String store, Department department, Supplier<T> call) {
        var guard = guards.computeIfAbsent(store + "/" + department, this::guard);
        try {
            return guard.bulkhead().executeSupplier(() -> guard.breaker().executeSupplier(call));
        } catch (CallNotPermittedException open) {
            var pause = untilHalfOpen(guard);
            throw new HeldBack("its calls keep failing, so none is sent for " + pause.toSeconds() + " s", pause);
        } catch (BulkheadFullException full) {
            throw new HeldBack(limits.atOnce() + " calls to it are under way", spread(CROWDED));
        }
    }

    /** CLOSED, OPEN or HALF_OPEN. */
    String state(String store, Department department) {
        var guard = guards.get(store + "/" + department);
        return guard == null ? "CLOSED" : guard.breaker().getState().name();
    }

    private Guard guard(String name) {
        var breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(limits.pause())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
        var opened = new AtomicLong();
        breaker.getEventPublisher().onStateTransition(change -> {
            if (change.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                opened.set(System.nanoTime());
            }
        });
        var bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.atOnce())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        return new Guard(breaker, bulkhead, opened);
    }

    /** Half open lets two calls through at a time; those that ask in vain then come back soon. */
    private Duration untilHalfOpen(Guard guard) {
        var left = limits.pause().minusNanos(System.nanoTime() - guard.opened().get());
        return spread(left.isNegative() || left.isZero() ? limits.pause().dividedBy(6) : left);
    }

    /** Up to a quarter more, so that not all of them come back at once. */
    private static Duration spread(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(1 + pause.toMillis() / 4));
    }
}
