package makegood.departments;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.InvalidInput;
import makegood.platform.Text;
import org.camunda.bpm.engine.BadUserRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The engine's REST for external tasks as a department's worker meets it: five operations, its own topics, stores and
 * locks. They are served here and not behind: a fetch must write that the request is being sent, an answer belongs into
 * our own tables and into no variable, and the account needs no grant in the engine.
 */
class WorkerGate extends OncePerRequestFilter {
    static final String ROOT = "/engine-rest/external-task/";
    private static final Logger LOG = LoggerFactory.getLogger(WorkerGate.class);
    private static final int MAX_BYTES = 64_000;
    private static final Pattern ASKED =
            Pattern.compile(ROOT + "(?:fetchAndLock|([0-9A-Za-z-]{1,64})/(complete|bpmnError|failure|extendLock))");
    private final OwnWorkers workers;
    private final AsSystem asSystem;

    WorkerGate(OwnWorkers workers, AsSystem asSystem) {
        this.workers = workers;
        this.asSystem = asSystem;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var department = Department.of(Caller.current());
        var asked = ASKED.matcher(request.getRequestURI());
        if (department.isEmpty() || !asked.matches() || !request.getMethod().equals("POST")) {
            write(response, 403, "NotForYou", "Only for a department's worker, and only its five operations.");
            return;
        }
        try {
            var body = read(request);
            var worker = OwnWorker.of(Caller.current(), department.get(), workerId(body));
            var answer = asSystem.call(() -> serve(asked, worker, body));
            if (answer.refusal() != null) {
                throw answer.refusal();
            }
            write(response, answer.tasks() == null ? 204 : 200, answer.tasks());
        } catch (BusinessRefusal refused) { // the clients know 400, not 422
            int status = refused.status() == 422 ? 400 : refused.status();
            write(
                    response,
                    status,
                    refused.code(),
                    refused.text().en() + " / " + refused.text().zh());
        } catch (BadUserRequestException lostLock) {
            write(response, 404, "WORK_UNKNOWN", new WorkUnknown().text().en());
        } catch (RuntimeException broken) {
            LOG.error("{}", request.getRequestURI(), broken);
            write(response, 500, "INTERNAL_ERROR", "Something went wrong on our side; it is logged.");
        }
    }

    /** Nothing runs in the worker's name. A checked refusal cannot leave a supplier. */
    private record Served(Object tasks, BusinessRefusal refusal) {}

    private Served serve(Matcher asked, OwnWorker worker, JsonNode body) {
        try {
            if (asked.group(1) == null) {
                return new Served(workers.fetch(worker, body), null);
            }
            switch (asked.group(2)) {
                case "complete" -> workers.complete(worker, asked.group(1), body);
                case "bpmnError" -> workers.refuse(worker, asked.group(1), body);
                case "failure" -> workers.fail(worker, asked.group(1), body);
                default -> workers.extendLock(worker, asked.group(1), body);
            }
            return new Served(null, null);
        } catch (BusinessRefusal refused) {
            LOG.info("Refused to worker {}: {}", worker.id(), refused.code());
            return new Served(null, refused);
        }
    }

    private static JsonNode read(HttpServletRequest request) throws BusinessRefusal, IOException {
        var bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new InvalidInput("", "TOO_LONG", new Text("at most 64,000 bytes", "最多 64000 字节"));
        }
        try {
            var body = Json.read(bytes, JsonNode.class);
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (IOException broken) {
            LOG.debug("a worker's body is no JSON", broken);
        }
        throw new MessageUnreadable();
    }

    private static String workerId(JsonNode body) throws InvalidInput {
        var given = body.path("workerId").asText("");
        if (!given.matches("[!-~ ]{1,120}")) {
            throw new InvalidInput("/workerId", "FORMAT", new Text("1 to 120 plain characters", "1 至 120 个普通字符"));
        }
        return given;
    }

    private static void write(HttpServletResponse response, int status, String type, String message)
            throws IOException {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("message", message);
        write(response, status, body);
    }

    private static void write(HttpServletResponse response, int status, Object body) throws IOException {
        response.setStatus(status);
        if (body != null) {
            response.setContentType("application/json");
            response.getOutputStream().write(Json.text(body).getBytes(StandardCharsets.UTF_8));
        }
    }
}
