package makegood.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How a topic is to behave; {@code errorRate} is a share of one, exact to a millionth. */
record TopicOrder(List<String> next, Integer delaySeconds, JsonNode errorRate, Long seed) {
    int delay() {
        return delaySeconds == null ? 0 : delaySeconds;
    }

    /** -1 when it is no number from 0 to 1. */
    int errorsPerMillion() {
        if (errorRate == null || errorRate.isNull()) {
            return 0;
        }
        if (!errorRate.isNumber()) {
            return -1;
        }
        var millionths = errorRate.decimalValue().movePointRight(6);
        return millionths.signum() < 0 || millionths.compareTo(java.math.BigDecimal.valueOf(1_000_000)) > 0
                ? -1
                : millionths.intValue();
    }

    long seedOrZero() {
        return seed == null ? 0 : seed;
    }
}
