package makegood.compensations;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import makegood.stores.Stores;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a store may give in a calendar month of its zone. Held by one conditional update with a database check behind it,
 * so that two proposals cannot both take the last of it; a manager may allow more.
 */
@Component
@Transactional
class CompensationBudget {
    private final Stores stores;
    private final JdbcClient db;
    private final Clock clock;

    CompensationBudget(Stores stores, JdbcClient db, Clock clock) {
        this.stores = stores;
        this.db = db;
        this.clock = clock;
    }

    private String month(String store) {
        return YearMonth.from(clock.instant().atZone(stores.known(store).zone()))
                .toString();
    }

    private long budget(String store) {
        return stores.known(store).limits().compensationBudget();
    }

    /** What is left of this month, in minor units. */
    long left(String store) {
        return db.sql(
                                "select allowed_more - held - spent from compensation_budget where store = ? and budget_month = ?")
                        .params(store, month(store))
                        .query(Long.class)
                        .optional()
                        .orElse(0L)
                + budget(store);
    }

    /** All parts of a proposal, or none of them. */
    void hold(List<Compensation> rows) throws CompensationBudgetUsed {
        var store = rows.get(0).store;
        long sum = Compensations.sum(rows.stream().filter(r -> !r.isFreight()).toList());
        var month = month(store);
        follow(store, month, budget(store));
        if (rows.get(0).aboveBudget) {
            allowMore(store, month, sum);
        }
        int held = db.sql("update compensation_budget set held = held + ? where store = ? and budget_month = ?"
                        + " and held + spent + ? <= budget + allowed_more")
                .params(sum, store, month, sum)
                .update();
        if (held == 0) {
            throw new CompensationBudgetUsed();
        }
        rows.forEach(row -> {
            row.budgetMonth = month;
            row.state = CompensationState.HELD;
        });
    }

    /** The month's row exists and follows the shop's settings, but never below what is gone already. */
    private void follow(String store, String month, long budget) {
        int known = db.sql("update compensation_budget set budget ="
                        + " case when held + spent > ? + allowed_more then held + spent - allowed_more else ? end"
                        + " where store = ? and budget_month = ?")
                .params(budget, budget, store, month)
                .update();
        if (known == 0) {
            try {
                db.sql("insert into compensation_budget (store, budget_month, budget, allowed_more, held, spent)"
                                + " values (?, ?, ?, 0, 0, 0)")
                        .params(store, month, budget)
                        .update();
            } catch (DuplicateKeyException anotherWasFirst) {
                follow(store, month, budget);
            }
        }
    }

    private void allowMore(String store, String month, long sum) {
        db.sql("update compensation_budget set allowed_more = held + spent + ? - budget"
                        + " where store = ? and budget_month = ? and held + spent + ? > budget + allowed_more")
                .params(sum, store, month, sum)
                .update();
    }

    /** It has gone out: what was held is spent, in the month in which it was held. */
    void spend(Compensation row) {
        if (row.isFreight()) {
            return;
        }
        must(db.sql("update compensation_budget set held = held - ?, spent = spent + ?"
                        + " where store = ? and budget_month = ? and held >= ?")
                .params(row.amount, row.amount, row.store, row.budgetMonth, row.amount)
                .update());
    }

    /** It has not gone out: what was held is free again. */
    void release(Compensation row) {
        if (row.isFreight()) {
            return;
        }
        must(db.sql("update compensation_budget set held = held - ? where store = ? and budget_month = ? and held >= ?")
                .params(row.amount, row.store, row.budgetMonth, row.amount)
                .update());
    }

    private static void must(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("the held amounts of the budget do not add up");
        }
    }
}
