package makegood.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import makegood.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After all journeys, whatever faults they were played with, the books hold. */
@Journey
@Order(Integer.MAX_VALUE)
class BooksAfterAllTests {
    @Autowired
    private DataSource database;

    @Test
    void nothingWasPaidTwiceOrLost() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(new Checker(connection).violations(List.of())).isEmpty();
        }
    }
}
