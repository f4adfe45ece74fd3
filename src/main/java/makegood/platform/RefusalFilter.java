package makegood.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Any answer of the engine's two REST roots that a refusal caused becomes that refusal's problem; Tasklist shows its
 * {@code message}. One filter for both roots, because the web apps run a JAX-RS application of their own.
 */
public class RefusalFilter extends OncePerRequestFilter {
    private static final ThreadLocal<AtomicReference<BusinessRefusal>> HELD = new ThreadLocal<>();
    private final ObjectMapper json;

    public RefusalFilter(ObjectMapper json) {
        this.json = json;
    }

    /** Notes why the engine is about to fail; nothing happens outside of a request to its REST roots. */
    public static void remember(BusinessRefusal refusal) {
        if (HELD.get() != null) {
            HELD.get().set(refusal);
        }
    }

    /** Long polls answer asynchronously: a buffering wrapper would swallow them. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || request.getRequestURI().endsWith("/fetchAndLock");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new AtomicReference<BusinessRefusal>();
        var answer = new ContentCachingResponseWrapper(response);
        HELD.set(held);
        try {
            chain.doFilter(request, answer);
            var refusal = held.get();
            if (answer.getStatus() >= 400 && refusal != null) {
                answer.resetBuffer();
                answer.setStatus(refusal.status());
                answer.setContentType("application/json;charset=UTF-8");
                LocaleContextHolder.setLocale(
                        language(request)); // only now: the filters behind us took theirs with them
                json.writeValue(answer.getOutputStream(), Problem.of(refusal));
            }
        } finally {
            HELD.remove();
            LocaleContextHolder.resetLocaleContext();
        }
        answer.copyBodyToResponse();
    }

    private static Locale language(HttpServletRequest request) {
        return "zh".equals(request.getLocale().getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
    }
}
