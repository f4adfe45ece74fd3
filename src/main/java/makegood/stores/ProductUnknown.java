package makegood.stores;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** The store sells nothing under this SKU. */
public final class ProductUnknown extends BusinessRefusal {
    ProductUnknown(String sku) {
        super(new Text("There is no product " + sku + ".", "没有商品 " + sku + "。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
