package makegood.departments;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import makegood.platform.Node;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * The built-in worker: one thread fetches, few threads call. It sleeps on the engine's own signal that external work
 * appeared in this JVM, and polls slowly for the work of other nodes and for what a dead node left locked.
 */
@Component
class DepartmentWorker {
    private static final Logger LOG = LoggerFactory.getLogger(DepartmentWorker.class);
    private static final int ROOM = 8;

    private final Semaphore free = new Semaphore(ROOM); // locks run from the fetch: never fetch more than can begin
    private final String id;
    private final ExecutorService pool = Executors.newCachedThreadPool(threads("department-call-"));
    private final ScheduledExecutorService alarm = Executors.newScheduledThreadPool(1, threads("department-alarm-"));
    private final RequestWork work;
    private final RequestFinish finish;
    private final DepartmentSettings settings;
    private final List<Connector> ways;
    private volatile Thread fetcher;

    DepartmentWorker(
            RequestWork work,
            RequestFinish finish,
            DepartmentSettings settings,
            Node node,
            ObjectProvider<Connector> ways) {
        this.id = "built-in/" + node.name() + "/" + UUID.randomUUID();
        this.work = work;
        this.finish = finish;
        this.settings = settings;
        this.ways = ways.orderedStream().toList();
    }

    private static CustomizableThreadFactory threads(String name) {
        var threads = new CustomizableThreadFactory(name);
        threads.setDaemon(true);
        return threads;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!settings.worker() || ways.isEmpty()) {
            LOG.info("The built-in worker serves no department: switched off, or no connector is set");
            return;
        }
        var asking =
                new Asking(new Connectors(ways), pool, settings.callDeadline().toMillis());
        fetcher = threads("department-worker-").newThread(() -> run(asking));
        fetcher.start();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (fetcher != null) {
            fetcher.interrupt();
        }
        alarm.shutdownNow();
        pool.shutdown();
    }

    /** Runs something while no call is under way and none begins; false when the calls did not end in time. */
    boolean whileIdle(Runnable something, long waitMillis) {
        try {
            if (!free.tryAcquire(ROOM, waitMillis, TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            something.run();
            return true;
        } finally {
            free.release(ROOM);
            wake();
        }
    }

    private void run(Asking asking) {
        var signal = new SingleConsumerCondition(Thread.currentThread());
        ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(signal);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!fetch(asking)) {
                    signal.await(settings.slowPoll().toMillis());
                }
            }
        } finally {
            ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(signal);
        }
    }

    /** True when more may be waiting. A signal given meanwhile is not lost. */
    private boolean fetch(Asking asking) {
        int room = free.drainPermits();
        int begun = 0;
        try {
            for (var one : room == 0 ? List.<Work>of() : take(room)) {
                pool.execute(() -> serve(one, asking));
                begun++;
            }
        } catch (RuntimeException databaseAway) {
            LOG.warn("No department work could be fetched; the slow poll tries again: {}", databaseAway.toString());
        } finally {
            free.release(room - begun);
        }
        return begun > 0 && begun == room;
    }

    private List<Work> take(int room) {
        try {
            return work.take(room, id);
        } catch (RuntimeException oneOfThem) {
            LOG.warn("Department work is begun one by one after: {}", oneOfThem.toString());
            return work.takeOneByOne(room, id);
        }
    }

    private void serve(Work one, Asking asking) {
        try {
            var pause = finish.serve(one, asking, id);
            pause.ifPresent(p -> alarm.schedule(DepartmentWorker::wake, p.toMillis() + 20, TimeUnit.MILLISECONDS));
        } catch (RuntimeException unwritten) {
            // its lock ends by itself; then it is asked for before it is repeated
            LOG.warn("An answer of {} could not be written: {}", one.call().topic(), unwritten.toString());
        } finally {
            free.release();
            if (free.availablePermits() == 1) {
                wake(); // there was no room for what waits
            }
        }
    }

    static void wake() {
        ProcessEngineImpl.EXT_TASK_CONDITIONS.signalAll();
    }
}
