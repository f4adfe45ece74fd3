package makegood.ride;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import makegood.RunningJar;

/** Two nodes of the packaged application on one database; who is killed comes back by itself. */
final class Nodes implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> environment;
    private final Map<String, RunningJar> running = new ConcurrentHashMap<>();
    private final ExecutorService starts = Executors.newSingleThreadExecutor();
    final AtomicInteger kills = new AtomicInteger();

    Nodes(Path folder, Map<String, String> environment, String... names) {
        this.folder = folder;
        this.environment = environment;
        for (var name : names) {
            start(name);
        }
    }

    private void start(String name) {
        var own = new HashMap<>(environment);
        own.put("MAKEGOOD_NODE", name);
        running.put(name, RunningJar.start(folder, own));
    }

    RunningJar any(Random dice) {
        var up = running.values().toArray(RunningJar[]::new);
        synchronized (dice) {
            return up[dice.nextInt(up.length)];
        }
    }

    RunningJar named(String name) {
        return running.get(name);
    }

    /** {@code kill -9}, and a start while the other node works on. The last node that runs is left alone. */
    synchronized boolean kill(String name) {
        var victim = running.size() > 1 ? running.remove(name) : null;
        if (victim == null) {
            return false;
        }
        victim.kill();
        kills.incrementAndGet();
        starts.execute(() -> start(name));
        return true;
    }

    boolean complete(int all) {
        return running.size() == all;
    }

    String other(String name) {
        return running.keySet().stream()
                .filter(n -> !n.equals(name))
                .findFirst()
                .orElse(name);
    }

    @Override
    public void close() {
        starts.shutdownNow();
        running.values().forEach(RunningJar::kill);
    }
}
