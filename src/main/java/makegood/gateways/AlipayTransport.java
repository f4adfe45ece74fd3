package makegood.gateways;

import com.alipay.api.FileItem;
import com.alipay.api.internal.util.AbstractHttpClient;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.Collectors;
import makegood.departments.AnswerLost;

/** Alipay's library signs and checks; the bytes go our way. */
final class AlipayTransport extends AbstractHttpClient {
    private final GatewayHttp http;

    AlipayTransport(GatewayHttp http) {
        this.http = http;
    }

    @Override
    public String doPost(String url, Map<String, String> fields, String charset, Map<String, String> told) {
        var form = fields.entrySet().stream()
                .filter(e -> e.getValue() != null)
                .map(e -> encoded(e.getKey(), charset) + "=" + encoded(e.getValue(), charset))
                .collect(Collectors.joining("&"));
        var reply = http.send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded;charset=" + charset)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        if (reply.status() != 200) {
            throw new AnswerLost("Alipay answered " + reply.status());
        }
        return reply.body();
    }

    private static String encoded(String text, String charset) {
        return URLEncoder.encode(text, Charset.forName(charset));
    }

    @Override
    public String doPost(
            String url,
            Map<String, String> fields,
            Map<String, FileItem> files,
            String charset,
            Map<String, String> told) {
        throw new UnsupportedOperationException("no files are sent");
    }
}
