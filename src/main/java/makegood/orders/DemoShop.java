package makegood.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import makegood.platform.BusinessRefusal;
import makegood.stores.Products;
import makegood.stores.Stores;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Fills the demo with two stores and what they sold; what is there already, changed or not, stays as it is. */
@Component
@ConditionalOnProperty("makegood.demo")
class DemoShop implements ApplicationRunner {
    private static final Pattern FROM_NOW = Pattern.compile("([+-]\\d+)([dh])");
    private static final String BY = "demo";

    private final Stores stores;
    private final Products products;
    private final Orders orders;
    private final OrderImport imports;
    private final Clock clock;

    DemoShop(Stores stores, Products products, Orders orders, OrderImport imports, Clock clock) {
        this.stores = stores;
        this.products = products;
        this.orders = orders;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws BusinessRefusal {
        var shop = read();
        for (var store : shop.get("stores").properties()) {
            if (!stores.exists(store.getKey())) {
                stores.set(store.getKey(), store.getValue(), BY);
            }
            sell(store.getKey(), shop);
        }
    }

    private void sell(String store, JsonNode shop) throws BusinessRefusal {
        for (var product : shop.at("/products/" + store).properties()) {
            if (products.find(store, product.getKey()).isEmpty()) {
                products.put(store, product.getKey(), product.getValue());
            }
        }
        for (var order : shop.at("/orders/" + store).properties()) {
            if (orders.find(store, order.getKey()).isEmpty()) {
                imports.put(store, order.getKey(), dated(order.getValue(), clock.instant()));
            }
        }
    }

    /** The demo as it is written, times still relative. */
    static JsonNode read() {
        try (var text = new ClassPathResource("demo/shop.yaml").getInputStream()) {
            Map<String, Object> shop = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new ObjectMapper().valueToTree(shop);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The order as an import takes it: without our words about it, and with times of today. */
    static JsonNode dated(JsonNode written, Instant now) {
        var order = (ObjectNode) written.deepCopy();
        order.remove("try");
        date(order, now);
        return order;
    }

    private static void date(ContainerNode<?> node, Instant now) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(at(field.getValue(), now)));
        }
        node.forEach(child -> {
            if (child instanceof ContainerNode<?> container) {
                date(container, now);
            }
        });
    }

    private static JsonNode at(JsonNode value, Instant now) {
        var time = FROM_NOW.matcher(value.asText());
        if (!value.isTextual() || !time.matches()) {
            return value;
        }
        long count = Long.parseLong(time.group(1));
        var at = now.plus(time.group(2).equals("d") ? Duration.ofDays(count) : Duration.ofHours(count));
        return TextNode.valueOf(at.toString());
    }
}
