package makegood.stores;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import makegood.platform.Body;
import makegood.platform.InvalidInput;
import makegood.platform.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The products of a store, imported by its other systems. */
@Service
public class Products {
    private final JdbcClient db;

    Products(JdbcClient db) {
        this.db = db;
    }

    public Optional<Product> find(String store, String sku) {
        return db.sql("select * from store_product where store = :store and sku = :sku")
                .param("store", store)
                .param("sku", sku)
                .query((row, n) -> new Product(
                        store,
                        sku,
                        row.getString("product"),
                        row.getString("model"),
                        row.getObject("list_price", Long.class),
                        parts(store, sku),
                        row.getObject("warranty_months", Integer.class)))
                .optional();
    }

    /** What the part is worth; empty when the product is unknown or has no such part. */
    public OptionalLong partValue(String store, String sku, String part) {
        return parts(store, sku).stream()
                .filter(p -> p.part().equals(part))
                .mapToLong(Product.Part::value)
                .findFirst();
    }

    private List<Product.Part> parts(String store, String sku) {
        return db.sql("select part, part_value from product_part where store = :store and sku = :sku order by part")
                .param("store", store)
                .param("sku", sku)
                .query((row, n) -> new Product.Part(row.getString("part"), row.getLong("part_value")))
                .list();
    }

    static Product read(String store, String sku, Body body) throws InvalidInput {
        var months = body.whole("warrantyMonths", 0, 1200);
        var names = new HashSet<String>();
        var parts = body.list("parts", 200).stream()
                .map(part -> {
                    var name = part.requiredText("part", 100);
                    var value = part.required("value", part.amount("value"));
                    if (name != null && !names.add(name)) {
                        part.wrong("part", "TWICE", new Text("this part is listed twice", "配件重复"));
                    }
                    part.refuseUnknown();
                    return new Product.Part(name, value == null ? 0 : value);
                })
                .toList();
        var product = new Product(
                store,
                sku,
                body.text("product", 200),
                body.text("model", 200),
                body.amount("listPrice"),
                parts,
                months == null ? null : months.intValue());
        body.refuseUnknown();
        body.check();
        return product;
    }

    /** Takes a product over from another system; replaces what was told of it before. */
    @Transactional(rollbackFor = Exception.class)
    public void put(String store, String sku, JsonNode product) throws InvalidInput {
        put(read(store, sku, Body.of(product)));
    }

    void put(Product product) {
        for (var table : List.of("product_part", "store_product")) {
            db.sql("delete from " + table + " where store = :store and sku = :sku")
                    .param("store", product.store())
                    .param("sku", product.sku())
                    .update();
        }
        db.sql("insert into store_product values (:store, :sku, :product, :model, :price, :months)")
                .param("store", product.store())
                .param("sku", product.sku())
                .param("product", product.product())
                .param("model", product.model())
                .param("price", product.listPrice())
                .param("months", product.warrantyMonths())
                .update();
        for (var part : product.parts()) {
            db.sql("insert into product_part values (:store, :sku, :part, :value)")
                    .param("store", product.store())
                    .param("sku", product.sku())
                    .param("part", part.part())
                    .param("value", part.value())
                    .update();
        }
    }
}
