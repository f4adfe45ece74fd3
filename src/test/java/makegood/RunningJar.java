package makegood;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The packaged demo shop as a process of its own: started, spoken to over HTTP, and killed without warning. */
public final class RunningJar implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Path log;

    private RunningJar(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** What came back, whatever it was; {@code body} as it came. */
    public record Answer(int status, String body) {}

    /** In this folder, where its data stay over restarts; {@code environment} chooses another database. */
    public static RunningJar start(Path folder, Map<String, String> environment) {
        return start(folder, environment, List.of("-jar", Means.jar().toString()));
    }

    /** From the classes that are being tested, with a main class that may look on. */
    public static RunningJar start(Path folder, Map<String, String> environment, Class<?> main) {
        return start(folder, environment, List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    }

    private static RunningJar start(Path folder, Map<String, String> environment, List<String> program) {
        try {
            int port = freePort();
            var log = Files.createTempFile(folder, "start", ".log");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.add("-XX:TieredStopAtLevel=1");
            command.addAll(program);
            command.addAll(List.of("--makegood.demo=true", "--server.port=" + port));
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            var jar = new RunningJar(
                    builder.redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    port,
                    log);
            Eventually.holds(Duration.ofMinutes(4), jar::isHealthy, jar::lastWords);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Stops it in its tracks (SIGSTOP), or lets it go on (SIGCONT). */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    public JsonNode get(String account, String path) {
        return send(account, "GET", path, null);
    }

    public JsonNode put(String account, String path, String body) {
        return send(account, "PUT", path, body);
    }

    public JsonNode post(String account, String path, String body) {
        return send(account, "POST", path, body);
    }

    private JsonNode send(String account, String method, String path, String body) {
        try {
            var answer = exchange(account, method, path, body, Map.of());
            if (answer.status() >= 300)
                throw new AssertionError(method + " " + path + ": " + answer.status() + " " + answer.body());
            return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(lastWords(), e);
        }
    }

    /** As account with its name as password; an IOException when it died meanwhile. */
    public Answer exchange(String account, String method, String path, String body, Map<String, String> headers)
            throws IOException {
        var credentials =
                Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isHealthy() {
        if (!process.isAlive()) throw new AssertionError("the application ended by itself: " + lastWords());
        try {
            get("shop", "/actuator/health");
            return true;
        } catch (UncheckedIOException | AssertionError notYet) {
            return false;
        }
    }

    public String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
