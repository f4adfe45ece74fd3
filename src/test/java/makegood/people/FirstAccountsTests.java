package makegood.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstAccountsTests {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "127.0.0.2"})
    void theDemoListensOnThisMachine(String address) {
        assertThatCode(() -> DemoAccounts.refuseOpenAddress(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void aDemoThatOthersCouldReachDoesNotStart(String address) {
        assertThatThrownBy(() -> DemoAccounts.refuseOpenAddress(address)).isInstanceOf(IllegalStateException.class);
    }
}
