/** Return and refund: eligibility, the goods' way back, inspection, and what follows from it. */
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
package makegood.returns;

import org.springframework.modulith.ApplicationModule;
