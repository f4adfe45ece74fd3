/** Bad reviews: find the cause, make it good, answer in public, never for the stars. */
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
package makegood.reviews;

import org.springframework.modulith.ApplicationModule;
