package makegood.gateways;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A notification as it came in; {@code header} gives the value of a header, or null. */
record Letter(UnaryOperator<String> header, byte[] body) {
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
        return header.apply(name);
    }
}
