package makegood.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Fills the shelves of the demo's warehouse at the first start; what was counted since stays as it is. */
@Component
@ConditionalOnProperty("makegood.demo")
class DemoStock implements ApplicationRunner {
    private final Stock stock;

    DemoStock(Stock stock) {
        this.stock = stock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        read().forEach((store, shelves) -> shelves.forEach((sku, pieces) -> stock.first(store, sku, pieces)));
    }

    private static Map<String, Map<String, Integer>> read() {
        try (var text = new ClassPathResource("demo/shop.yaml").getInputStream()) {
            Map<String, Map<String, Map<String, Integer>>> shop =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return shop.get("stock");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
