package makegood.gateways;

import com.wechat.pay.java.core.Config;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.HttpMethod;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import makegood.departments.AnswerLost;

/** WeChat's library signs and checks; the bytes go our way. */
final class WechatTransport extends AbstractHttpClient {
    private static final Set<String> PROOF =
            Set.of("Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Serial", "Wechatpay-Signature", "Request-ID");
    private static final int NOT_OURS = 401;
    private final GatewayHttp http;
    private final URI base;

    WechatTransport(Config config, GatewayHttp http, URI base) {
        super(config.createCredential(), config.createValidator());
        this.http = http;
        this.base = base;
    }

    @Override
    protected OriginalResponse innerExecute(HttpRequest request) {
        var reply = http.send(outgoing(request));
        if (reply.status() == NOT_OURS) {
            throw new IllegalStateException("WeChat Pay does not accept our signature (401)");
        }
        var headers = proof(reply);
        if (reply.status() >= 400) {
            trusted(headers, reply.body()); // the library checks good answers only, and a forged no costs as much
        }
        return new OriginalResponse.Builder()
                .request(request)
                .statusCode(reply.status())
                .headers(headers)
                .contentType(reply.headers().get("content-type"))
                .body(reply.body())
                .build();
    }

    private java.net.http.HttpRequest outgoing(HttpRequest request) {
        var uri = base.resolve(request.getUri().getRawPath()
                + (request.getUri().getRawQuery() == null
                        ? ""
                        : "?" + request.getUri().getRawQuery()));
        var outgoing = java.net.http.HttpRequest.newBuilder(uri);
        request.getHeaders().getHeaders().forEach(outgoing::setHeader);
        var body = request.getBody() instanceof JsonRequestBody json
                ? BodyPublishers.ofString(json.getBody())
                : BodyPublishers.noBody();
        return outgoing.method(request.getHttpMethod() == HttpMethod.POST ? "POST" : "GET", body)
                .build();
    }

    private static Map<String, String> proof(GatewayHttp.Reply reply) {
        var proof = new HashMap<String, String>();
        PROOF.forEach(name -> proof.put(name, reply.headers().get(name.toLowerCase(Locale.ROOT))));
        return proof;
    }

    private void trusted(Map<String, String> headers, String body) {
        boolean holds;
        try {
            holds = validator.validate(new com.wechat.pay.java.core.http.HttpHeaders(headers), body);
        } catch (RuntimeException unsigned) {
            holds = false;
        }
        if (!holds) {
            throw new AnswerLost("the answer is not signed by WeChat Pay");
        }
    }

    @Override
    protected InputStream innerDownload(HttpRequest request) {
        throw new UnsupportedOperationException("nothing is downloaded");
    }

    @Override
    protected String getHttpClientInfo() {
        return "java.net.http";
    }
}
