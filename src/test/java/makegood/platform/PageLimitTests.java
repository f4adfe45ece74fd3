package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLimitTests {
    @ParameterizedTest
    @CsvSource({
        "'',maxResults=1000",
        "name=x,name=x&maxResults=1000",
        "maxResults=50,maxResults=50",
        "maxResults=1000,maxResults=1000",
        "a=b&maxResults=1001,a=b&maxResults=1000",
        "maxResults=99999999999&a=b,&maxResults=1000&a=b",
        "maxResults=-1,&maxResults=1000",
        "maxResults=5&maxResults=5000,&maxResults=1000&maxResults=1000",
        "maxResults=many,maxResults=many",
    })
    void noListIsLongerThanAThousand(String asked, String sent) {
        assertThat(PageLimit.limited(asked)).isEqualTo(sent);
    }
}
