package makegood.ride;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import makegood.RunningJar;

/** The nodes of the packaged application on one database; who is killed comes back by itself. */
final class Nodes implements AutoCloseable {
    static final List<String> NAMES = List.of("a", "b");
    /** An error of ours about a request; the engine's jobs and the pool log their own when the database is away. */
    private static final Pattern LOGGED_FAULT = Pattern.compile(" ERROR .* makegood\\.platform\\.");

    private static final int LINES_OF_A_FAULT = 120;
    private final Path folder;
    private final Map<String, Map<String, String>> environments;
    private final Map<String, RunningJar> running = new ConcurrentHashMap<>();
    private final Map<String, RunningJar> stopped = new ConcurrentHashMap<>();
    private final ExecutorService starts = Executors.newFixedThreadPool(NAMES.size());
    private volatile Throwable notStarted;
    final AtomicInteger kills = new AtomicInteger();

    /** {@code environments}: of each node by its name. */
    Nodes(Path folder, Map<String, Map<String, String>> environments) {
        this.folder = folder;
        this.environments = environments;
        start(NAMES.get(0)); // it makes the tables
    }

    void startTheOthers() {
        NAMES.stream().skip(1).forEach(this::start);
    }

    private void start(String name) {
        try {
            running.put(name, RunningJar.start(folder, environments.get(name)));
        } catch (RuntimeException | AssertionError failed) {
            notStarted = failed;
            throw failed;
        }
    }

    /** Empty while none runs. */
    Optional<RunningJar> any(Dice dice) {
        var up = List.copyOf(running.values());
        return up.isEmpty() ? Optional.empty() : Optional.of(dice.anyOf(up));
    }

    Optional<RunningJar> named(String name) {
        return Optional.ofNullable(running.get(name));
    }

    /** {@code kill -9} of these at once, each followed by its start. */
    void kill(List<String> names) {
        var victims = names.stream().filter(running::containsKey).toList();
        var jars = victims.stream().map(running::remove).toList();
        jars.parallelStream().forEach(RunningJar::kill);
        kills.addAndGet(jars.size());
        victims.forEach(name -> starts.execute(() -> start(name)));
    }

    /** Stopped in its tracks, its connections open. */
    void stop(String name) {
        var jar = running.remove(name);
        jar.signal("STOP");
        stopped.put(name, jar);
    }

    void letAllGoOn() {
        stopped.values().forEach(jar -> jar.signal("CONT"));
        running.putAll(stopped);
        stopped.clear();
    }

    boolean complete() {
        return running.size() == NAMES.size();
    }

    void awaitAll() {
        for (int tries = 0; !complete(); tries++) {
            if (notStarted != null || tries > 1_200) {
                throw new AssertionError("a killed node has not come back", notStarted);
            }
            Dice.pause(250);
        }
    }

    /** What the nodes logged about their own faults, each with its stack. */
    List<String> faults() throws IOException {
        var faults = new ArrayList<String>();
        try (var logs = Files.newDirectoryStream(folder, "start*.log")) {
            for (var log : logs) {
                var lines = Files.readAllLines(log);
                for (int at = 0; at < lines.size(); at++) {
                    if (LOGGED_FAULT.matcher(lines.get(at)).find()) {
                        faults.add(String.join("\n", lines.subList(at, Math.min(lines.size(), at + LINES_OF_A_FAULT))));
                    }
                }
            }
        }
        return faults;
    }

    @Override
    public void close() {
        starts.shutdownNow();
        running.values().forEach(RunningJar::kill);
        stopped.values().forEach(RunningJar::kill);
    }
}
