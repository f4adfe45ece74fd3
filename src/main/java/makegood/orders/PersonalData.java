package makegood.orders;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Who the customer is; for reveals that are logged, never for lists, variables or messages. */
public record PersonalData(String name, String phone, String address) {
    /** Keeps personal data out of every log. */
    @Override
    public String toString() {
        return "PersonalData[masked]";
    }

    static PersonalData read(ResultSet row, int n) throws SQLException {
        return new PersonalData(
                row.getString("customer_name"), row.getString("customer_phone"), row.getString("customer_address"));
    }
}
