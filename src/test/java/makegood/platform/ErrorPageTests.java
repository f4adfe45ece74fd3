package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ErrorPageTests {
    @Test
    void aLoginThatFindsNoDatabaseIsAnswered503() {
        var answer = new ErrorPage().error(failed(new IllegalStateException(new SQLException("cut", "08S01"))));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isNotNull();
    }

    @Test
    void aFaultOfOurOwnStays500() {
        assertThat(new ErrorPage()
                        .error(failed(new IllegalStateException("wrong")))
                        .getStatusCode()
                        .value())
                .isEqualTo(500);
    }

    private static MockHttpServletRequest failed(Exception thrown) {
        var request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
        return request;
    }
}
