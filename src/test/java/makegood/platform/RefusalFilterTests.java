package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RefusalFilterTests {

    @Test
    void aRefusalIsToldInTheLanguageOfTheRequestEvenWhenTheChainForgotIt() throws Exception {
        var request = new MockHttpServletRequest("POST", "/engine-rest/task/1/complete");
        request.addPreferredLocale(Locale.SIMPLIFIED_CHINESE);
        var response = new MockHttpServletResponse();
        new RefusalFilter(new ObjectMapper()).doFilter(request, response, (asked, answer) -> {
            RefusalFilter.remember(new StoreUnknown("east"));
            LocaleContextHolder.resetLocaleContext();
            ((HttpServletResponse) answer).setStatus(500);
        });
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).contains("没有可用的店铺 east").contains("STORE_UNKNOWN");
    }
}
