package makegood.departments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * One call over HTTP with everything that must hold for each: the name is resolved once and only addresses that
 * {@link Targets} lets pass are connected to (the JDK's client looks the name up again by itself, so a name service
 * could tell it another one), no redirects, no cookies, no repetition of its own, and an end to it.
 */
class HttpCalls implements AutoCloseable {
    private static final int MAX_BYTES = 64_000;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService ends;
    private final Duration total;

    HttpCalls(Targets targets, DepartmentSettings.Http limits, String userAgent) {
        var threads = new CustomizableThreadFactory("department-http-");
        threads.setDaemon(true);
        var alarm = new ScheduledThreadPoolExecutor(1, threads);
        alarm.setRemoveOnCancelPolicy(true);
        this.ends = alarm;
        this.total = limits.total();
        var connect = Timeout.of(limits.connect());
        var answer = Timeout.of(limits.total());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Checked(targets))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(answer)
                                .setTimeToLive(Timeout.ofMinutes(1))
                                .build())
                        .setMaxConnPerRoute(limits.atOnce())
                        .setMaxConnTotal(100)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(answer)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent(userAgent)
                .build();
    }

    /** What came back; the body is whole, and within its limit. */
    record Came(int status, boolean json, byte[] body) {}

    /** {@link AnswerLost} when it may have arrived there, any other exception when it surely has not. */
    Came send(HttpUriRequestBase request) {
        var end = ends.schedule(request::cancel, total.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, HttpCalls::read);
        } catch (ConnectTimeoutException
                | ConnectionRequestTimeoutException
                | HttpHostConnectException
                | SSLHandshakeException
                | SSLPeerUnverifiedException
                | UnknownHostException unreached) {
            throw new IllegalStateException("no connection: " + unreached.getMessage(), unreached);
        } catch (IOException broken) {
            throw new AnswerLost(
                    request.isCancelled() ? "no answer within " + total.toSeconds() + " s" : words(broken));
        } finally {
            end.cancel(false);
        }
    }

    private static String words(IOException broken) {
        return broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
    }

    private static Came read(ClassicHttpResponse response) throws HttpException, IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return new Came(response.getCode(), false, new byte[0]);
        }
        var type = ContentType.parseLenient(entity.getContentType());
        var body = entity.getContent().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new IOException("an answer of more than " + MAX_BYTES + " bytes");
        }
        return new Came(response.getCode(), type != null && ContentType.APPLICATION_JSON.isSameMimeType(type), body);
    }

    @Override
    public void close() throws IOException {
        ends.shutdownNow();
        client.close();
    }

    private record Checked(Targets targets) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return targets.addresses(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
