/** Compensation: coupons, points, cash, gifts and waived differences, within authority and the month’s budget. */
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
package makegood.compensations;

import org.springframework.modulith.ApplicationModule;
