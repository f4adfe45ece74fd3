package makegood.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import makegood.platform.Body;
import makegood.platform.InvalidInput;
import makegood.stores.Settings;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dmakegood.write=true} to write the page anew. */
class DemoShopTests {
    private static final Path PAGE = Path.of("docs/demo-orders.md");
    private static final Set<String> CHARGED_TWICE = Set.of("N-1025");

    private final JsonNode shop = DemoShop.read();

    @Test
    void thereAreOrdersInEveryState() throws InvalidInput {
        var orders = orders();
        assertThat(orders).hasSizeGreaterThanOrEqualTo(30);
        assertThat(orders).extracting(Order::state).contains(OrderState.values());
        assertThat(orders).extracting(o -> o.customer().tier()).contains(Tier.NEW, Tier.REGULAR, Tier.VIP);
    }

    @Test
    void whatWasPaidIsWhatTheLinesAndTheFreightCost() throws InvalidInput {
        for (var order : orders()) {
            long paid = order.payments().stream().mapToLong(Payment::amount).sum();
            long cost = order.lines().stream().mapToLong(Line::paid).sum() + order.freightPaid();
            if (order.codDue() > 0) {
                assertThat(cost).as(order.orderNumber()).isEqualTo(order.codDue());
            } else if (!order.payments().isEmpty() && !CHARGED_TWICE.contains(order.orderNumber())) {
                assertThat(paid).as(order.orderNumber()).isEqualTo(cost);
            }
        }
    }

    @Test
    void everythingThatIsSoldIsAProduct() throws InvalidInput {
        for (var order : orders()) {
            for (var line : order.lines()) {
                var product = shop.at("/products/" + order.store()).get(line.sku());
                assertThat(Settings.product(line.sku(), product).listPrice())
                        .as(line.sku())
                        .isGreaterThanOrEqualTo(line.listPrice());
            }
        }
    }

    @Test
    void theSettingsHoldBeforeTheLaw() throws Exception {
        for (var store : List.of("north", "south")) {
            assertThat(Settings.lawful(shop.at("/stores/" + store))).isTrue();
        }
    }

    @Test
    void thePageOfDemoOrdersIsTrue() throws IOException, InvalidInput {
        var page = page();
        if (Boolean.getBoolean("makegood.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private List<Order> orders() throws InvalidInput {
        var orders = new ArrayList<Order>();
        for (var store : List.of("north", "south")) {
            for (var order : shop.at("/orders/" + store).properties()) {
                var body = Body.of(DemoShop.dated(order.getValue(), Sold.NOW));
                orders.add(new OrderInput(store, order.getKey(), Sold.china(), Sold.NOW, body)
                        .read()
                        .order());
            }
        }
        return orders;
    }

    private String page() throws InvalidInput {
        var lines = new ArrayList<>(Arrays.asList(
                "# Demo orders · 演示订单",
                "",
                "Made at the first start of the demo; times count from then. Generated from `src/main/resources/demo/shop.yaml`; a test keeps it true.",
                "首次启动演示时生成，时间从那时算起。本页由 `src/main/resources/demo/shop.yaml` 生成，并由测试核对。",
                "",
                "| order · 订单 | state · 状态 | paid · 实付 | try · 试试 |",
                "| --- | --- | --- | --- |"));
        for (var order : orders()) {
            var words = shop.at("/orders/" + order.store() + "/" + order.orderNumber() + "/try");
            long paid = order.payments().stream().mapToLong(Payment::amount).sum();
            lines.add("| `%s` | %s | %d.%02d | %s<br>%s |"
                    .formatted(
                            order.orderNumber(),
                            words.get("state").asText(),
                            paid / 100,
                            paid % 100,
                            words.get("en").asText(),
                            words.get("zh").asText()));
        }
        return String.join("\n", lines) + "\n";
    }
}
