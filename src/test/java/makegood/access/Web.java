package makegood.access;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One caller over HTTP: nobody, an account by Basic, a system by its token, or a person with a session. */
class Web {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private final String authorization;

    private Web(int port, String authorization) {
        this.base = "http://127.0.0.1:" + port;
        this.authorization = authorization;
    }

    static Web nobody(int port) {
        return new Web(port, null);
    }

    static Web basic(int port, String account, String password) {
        var both = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Web(port, "Basic " + Base64.getEncoder().encodeToString(both));
    }

    static Web bearer(int port, String token) {
        return new Web(port, "Bearer " + token);
    }

    /** Logged in by the form, as a person's browser does it. */
    static Web session(int port, String account) {
        var web = new Web(port, null);
        web.get("/login"); // brings the token's cookie
        var form = "username=%s&password=%s&_csrf=%s".formatted(account, account, encode(web.cookie("MG-XSRF")));
        var answer = web.send("POST", "/login", "application/x-www-form-urlencoded", form);
        if (answer.statusCode() != 302 || !web.location(answer).equals("/")) {
            throw new AssertionError(account + " is not let in: " + answer.statusCode());
        }
        return web;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, null, null);
    }

    HttpResponse<String> post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    HttpResponse<String> put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    HttpResponse<String> send(String method, String path, String type, String body, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (type != null) {
                request.header("Content-Type", type);
            }
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException failed) {
            throw new AssertionError(method + " " + path, failed);
        }
    }

    String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replace(base, "");
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
