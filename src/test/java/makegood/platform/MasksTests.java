package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTests {
    @ParameterizedTest
    @CsvSource({"测试客户,测**", "Test Customer,T**", "𠮷,𠮷**", "'  ',''", "'',''"})
    void nameShowsItsFirstCharacterOnly(String name, String shown) {
        assertThat(Masks.name(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"13000000001,130****0001", "+86 130-0000-0001,861****0001", "12345,****45", "7,****7", "'',''"})
    void phoneHidesItsMiddle(String phone, String shown) {
        assertThat(Masks.phone(phone)).isEqualTo(shown);
    }
}
