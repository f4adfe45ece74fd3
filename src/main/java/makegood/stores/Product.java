package makegood.stores;

import java.util.List;

/** What the shop sells under a SKU; list price and part values in minor units of the store, null when not told. */
public record Product(
        String store,
        String sku,
        String product,
        String model,
        Long listPrice,
        List<Part> parts,
        Integer warrantyMonths) {
    /** What a missing part is worth. */
    public record Part(String part, long value) {}
}
