/** Exchange: stock held for the customer, the difference in price, which leg goes first, and goods that never come back. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "clocks",
            "stores",
            "orders",
            "cases",
            "departments",
            "ledger",
            "notifications",
            "texts"
        })
package makegood.exchanges;

import org.springframework.modulith.ApplicationModule;
