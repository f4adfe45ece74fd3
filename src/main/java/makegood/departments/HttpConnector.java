package makegood.departments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import makegood.departments.Arrangement.Connection;
import makegood.platform.AppClock;
import makegood.platform.Node;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A department's own HTTP service, by the contract of docs/departments/openapi.yaml. */
@Component
@Order(500)
class HttpConnector implements Connector, DisposableBean {
    private final Arrangements arrangements;
    private final WebhookKeys keys;
    private final AppClock clock;
    private final Targets targets;
    private final Guards guards;
    private final HttpCalls http;

    @Autowired
    HttpConnector(
            Arrangements arrangements,
            WebhookKeys keys,
            AppClock clock,
            DepartmentSettings settings,
            Node node,
            @Value("${makegood.demo:false}") boolean demo) {
        this(
                arrangements,
                keys,
                clock,
                settings,
                new Targets(demo, settings.http().ports(), InetAddress::getAllByName),
                node);
    }

    HttpConnector(
            Arrangements arrangements,
            WebhookKeys keys,
            AppClock clock,
            DepartmentSettings settings,
            Targets targets,
            Node node) {
        this.arrangements = arrangements;
        this.keys = keys;
        this.clock = clock;
        this.targets = targets;
        this.guards = new Guards(settings.http());
        this.http = new HttpCalls(targets, settings.http(), "Makegood/" + node.name());
    }

    Targets targets() {
        return targets;
    }

    String circuit(String store, Department department) {
        return guards.state(store, department);
    }

    @Override
    public boolean serves(DepartmentCall call) {
        return call.store() != null
                && arrangements.connection(call.store(), department(call)).isPresent();
    }

    /** A question about a refund is a question, not one more thing to do. */
    @Override
    public Answer call(DepartmentCall call) {
        if (Topic.of(call.topic()) == Topic.FINANCE_QUERY_REFUND) {
            return query(call);
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("requestId", call.requestId());
        body.put("topic", call.topic());
        body.put("idempotencyKey", call.idempotencyKey());
        body.put("store", call.store());
        body.put("caseNumber", call.caseNumber());
        body.put("payload", call.payload());
        var bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        var answer = exchange(call, "POST", "/" + call.topic(), bytes);
        if (answer instanceof Answer.Unknown) {
            throw new IllegalStateException("UNKNOWN is an answer to questions only");
        }
        return answer;
    }

    @Override
    public Answer query(DepartmentCall call) {
        var asked = Topic.of(call.topic()) == Topic.FINANCE_QUERY_REFUND ? Topic.FINANCE_REFUND.id() : call.topic();
        var key =
                URLEncoder.encode(call.idempotencyKey(), StandardCharsets.UTF_8).replace("+", "%20");
        return exchange(call, "GET", "/" + asked + "/" + key, null);
    }

    private Answer exchange(DepartmentCall call, String method, String path, byte[] body) {
        var department = department(call);
        var way = arrangements
                .connection(call.store(), department)
                .orElseThrow(() -> new IllegalStateException("the connection was taken away"));
        return guards.call(call.store(), department, () -> {
            var came = http.send(signed(way, method, path, body, call.idempotencyKey()));
            return HttpAnswer.read(Topic.of(call.topic()), came);
        });
    }

    /** A question has no body: its path is signed in its place. */
    private HttpUriRequestBase signed(Connection way, String method, String path, byte[] body, String idempotencyKey) {
        var fault = targets.shape(way.baseUrl());
        if (fault.isPresent()) {
            throw new IllegalStateException(
                    "its address is not allowed: " + fault.get().en());
        }
        if (!keys.has(way.keyId())) {
            throw new IllegalStateException("there is no secret for key " + way.keyId());
        }
        var base = way.baseUrl().endsWith("/")
                ? way.baseUrl().substring(0, way.baseUrl().length() - 1)
                : way.baseUrl();
        var request = new HttpUriRequestBase(method, URI.create(base + path));
        var timestamp = String.valueOf(clock.instant().minus(clock.offset()).getEpochSecond());
        var signed = body == null ? path.getBytes(StandardCharsets.UTF_8) : body;
        request.setHeader("X-Makegood-Key", way.keyId());
        request.setHeader("X-Makegood-Timestamp", timestamp);
        request.setHeader("X-Makegood-Signature", Signature.of(keys.secret(way.keyId()), timestamp, signed));
        request.setHeader("Accept", "application/json");
        if (body != null) {
            request.setHeader("Idempotency-Key", idempotencyKey);
            request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        }
        return request;
    }

    private static Department department(DepartmentCall call) {
        return Topic.of(call.topic()).department();
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
