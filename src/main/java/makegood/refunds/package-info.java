/** Refunds: held, approved, sent once, asked for before any repetition, settled or paid out another way. */
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
package makegood.refunds;

import org.springframework.modulith.ApplicationModule;
