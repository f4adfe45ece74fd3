/** Parcels that a case sends to the customer, followed until they arrive. */
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
package makegood.shipments;

import org.springframework.modulith.ApplicationModule;
