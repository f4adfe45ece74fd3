/** Resend: what was missing, wrong or lost is sent again, within what an agent may give. */
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
package makegood.resends;

import org.springframework.modulith.ApplicationModule;
