package makegood.gateways;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code makegood.gateways.*}.
 *
 * @param connectWithin the longest a connection may take
 * @param answerWithin the longest a call may take, connection and answer together
 * @param accounts merchant accounts by the name under which they are notified
 */
@ConfigurationProperties("makegood.gateways")
record GatewaySettings(
        @DefaultValue("2s") Duration connectWithin,
        @DefaultValue("15s") Duration answerWithin,
        @DefaultValue Map<String, GatewayAccount> accounts) {}
