package makegood.archive;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** The steps of refunds are one of the books from their first row on. */
@Component
class V99_2__refund_steps_kept extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws SQLException {
        V97_1__append_only.keep(context.getConnection(), Book.REFUND_STEP);
    }
}
