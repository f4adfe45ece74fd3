package makegood.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import makegood.Journey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Which form a report is answered in, and in whose language. */
@Journey
class ReportFilesTests {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    private TestRestTemplate http;

    private ResponseEntity<byte[]> asked(String path, String accept, String language) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT, accept);
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        return http.withBasicAuth("finance", "finance")
                .exchange("/api/v1/reports/" + path, HttpMethod.GET, new HttpEntity<>(headers), byte[].class);
    }

    private static String type(ResponseEntity<byte[]> answer) {
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return String.valueOf(answer.getHeaders().getContentType());
    }

    private static String text(ResponseEntity<byte[]> answer) {
        return new String(answer.getBody(), StandardCharsets.UTF_8);
    }

    @Test
    void theFormIsWhatIsNamedOrElseAccepted() {
        assertThat(type(asked("reasons", "*/*", "en"))).isEqualTo("application/json");
        assertThat(type(asked("reasons", "text/csv", "en"))).isEqualTo("text/csv;charset=UTF-8");
        assertThat(type(asked("reasons?format=csv", "application/json", "en"))).isEqualTo("text/csv;charset=UTF-8");
        assertThat(type(asked("reasons.xlsx", "application/json", "en"))).isEqualTo(XLSX);
        assertThat(type(asked("reasons", XLSX, "en"))).isEqualTo(XLSX);
        var file = asked("monthly-money.csv?from=2026-09&to=2026-10", "*/*", "en");
        assertThat(file.getHeaders().getContentDisposition().getFilename())
                .isEqualTo("monthly-money_2026-09-01_2026-10-31.csv");
    }

    @Test
    void filesAndRefusalsSpeakTheCallersLanguage() {
        assertThat(text(asked("daily-returns.csv", "*/*", "zh-CN"))).startsWith("\uFEFF店铺,日期,原因,SKU,");
        assertThat(text(asked("daily-returns.csv", "*/*", "de"))).startsWith("\uFEFFStore,Day,Reason,SKU,");
        var refused = asked("daily-returns?from=2026-11-02&to=2026-11-01", "text/csv", "zh-CN");
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(text(refused)).contains("INVALID_INPUT", "开始日期不能晚于结束日期");
    }
}
