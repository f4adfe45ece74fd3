package makegood.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Requests in the name of one account, with the password that demo accounts have: their own name. */
final class Http {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String root;
    private final String account;

    private final HttpClient client;
    private String token = "";

    Http(String root, String account) {
        this(root, account, CLIENT);
    }

    private Http(String root, String account, HttpClient client) {
        this.root = root;
        this.account = account;
        this.client = client;
    }

    /** The same account in a browser that has opened Tasklist: with its cookies and its token against forgery. */
    Http inTasklist() {
        var cookies = new CookieManager();
        var browser = new Http(
                root, account, HttpClient.newBuilder().cookieHandler(cookies).build());
        browser.send("GET", "/camunda/app/tasklist/default/", "text/html", BodyPublishers.noBody())
                .is(200);
        browser.token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
        return browser;
    }

    Reply get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    Reply post(String path, Object body) {
        return send("POST", path, "application/json", json(body));
    }

    /** With an Idempotency-Key. */
    Reply post(String path, Object body, String key) {
        return send("POST", path, "application/json", json(body), "Idempotency-Key", key);
    }

    Reply put(String path, Object body) {
        return send("PUT", path, "application/json", json(body));
    }

    Reply delete(String path) {
        return send("DELETE", path, "application/json", BodyPublishers.noBody());
    }

    /** A file as a form sends it. */
    Reply upload(String path, String kind, String fileName, String contentType, byte[] content) {
        var edge = "edge-of-a-part";
        var head = "--" + edge + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind + "\r\n--" + edge
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\nContent-Type: "
                + contentType + "\r\n\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--" + edge + "--\r\n"));
        return send("POST", path, "multipart/form-data; boundary=" + edge, body);
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The engine answers some mistakes in plain words, and pages are none of ours to read. */
    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException words) {
            return TextNode.valueOf(text);
        }
    }

    private Reply send(String method, String path, String contentType, BodyPublisher body, String... headers) {
        var login = Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", contentType)
                .header("Accept", "application/json, application/problem+json, */*;q=0.1")
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!token.isEmpty()) {
            request.header("X-XSRF-TOKEN", token);
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), read(answer.body()));
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
