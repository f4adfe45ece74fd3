/** Logistics exceptions: parcels that stand still, get lost or damaged, and what the carrier owes for them. */
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
package makegood.logistics;

import org.springframework.modulith.ApplicationModule;
