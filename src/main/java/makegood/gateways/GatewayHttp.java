package makegood.gateways;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import makegood.departments.AnswerLost;

/**
 * The one way out for all vendors' libraries, so that each fault means the same everywhere: no connection, and nothing
 * was sent; everything later, and nobody knows. No redirects; a question may be repeated when its connection breaks, a
 * sending never.
 */
class GatewayHttp {
    private static final int TOO_MANY = 429;
    private final HttpClient client;
    private final long answerMillis;

    GatewayHttp(GatewaySettings settings) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectWithin())
                .build();
        answerMillis = settings.answerWithin().toMillis();
    }

    /** Headers by their names in lower case. */
    record Reply(int status, Map<String, String> headers, String body) {}

    /** An answer below 500 that is no "too many requests"; those leave it open what was done. */
    Reply send(HttpRequest request) {
        var running = client.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        HttpResponse<String> response;
        try {
            response = running.get(answerMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            running.cancel(true);
            throw new AnswerLost("the gateway gave no answer within " + answerMillis + " ms");
        } catch (InterruptedException stopped) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new AnswerLost("nobody waited for the gateway's answer");
        } catch (ExecutionException failed) {
            throw fault(failed.getCause());
        }
        if (response.statusCode() >= 500 || response.statusCode() == TOO_MANY) {
            throw new AnswerLost("the gateway answered " + response.statusCode());
        }
        return reply(response);
    }

    private static RuntimeException fault(Throwable cause) {
        boolean neverSent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
        if (neverSent) {
            return new IllegalStateException("the gateway could not be reached");
        }
        return cause instanceof IOException
                ? new AnswerLost("the connection to the gateway broke")
                : new IllegalStateException("the gateway could not be called");
    }

    private static Reply reply(HttpResponse<String> response) {
        var headers = new LinkedHashMap<String, String>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
        return new Reply(response.statusCode(), headers, response.body());
    }
}
