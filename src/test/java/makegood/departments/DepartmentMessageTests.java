package makegood.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import makegood.platform.BusinessRefusal;
import makegood.platform.FieldError;
import makegood.platform.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartmentMessageTests {
    @Test
    void settledRefundIsRead() throws BusinessRefusal {
        var message = read("""
                {"id":"e1","topic":"finance.refund","reference":"RF-1","answer":"DONE","values":{"state":"SETTLED"},"more":1}""");
        assertThat(message.allValues()).containsEntry("state", "SETTLED");
        assertThat(message.asAnswer()).isInstanceOf(Answer.Done.class);
    }

    @Test
    void refusalSaysSoInItsValues() throws BusinessRefusal {
        var message = read("""
                {"id":"e1","topic":"finance.refund","reference":"RF-1","answer":"NO","code":"ACCOUNT_CLOSED"}""");
        assertThat(message.asAnswer()).isEqualTo(new Answer.No("ACCOUNT_CLOSED"));
        assertThat(message.allValues()).containsEntry("state", "REFUSED").containsEntry("code", "ACCOUNT_CLOSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "7", "\"x\"", "{\"values\": 3}"})
    void whatIsNoMessageIsUnreadable(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(MessageUnreadable.class);
    }

    @Test
    void everyFieldIsChecked() {
        assertThatThrownBy(() -> read("{\"topic\":\"warehouse.ship\",\"answer\":\"NO\",\"code\":\"not ours\"}"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/id", "/topic", "/reference", "/code"));
    }

    private static DepartmentMessage read(String body) throws BusinessRefusal {
        return DepartmentMessage.read(body.getBytes(StandardCharsets.UTF_8), Department.FINANCE);
    }
}
