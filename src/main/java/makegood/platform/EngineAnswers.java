package makegood.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The engine answers 500 to many a mistake of its caller, with texts that tell what is there. Both of its REST roots
 * answer 4xx instead, in the caller's language; a real fault stays a 500, without its inner words.
 */
class EngineAnswers extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(EngineAnswers.class);
    private final ObjectMapper json;

    EngineAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new HeldAnswer(response);
        Throwable failed;
        EngineFailures.begin();
        try {
            chain.doFilter(request, answer);
        } finally {
            failed = EngineFailures.end();
        }
        if (answer.getStatus() < 500) {
            answer.release();
            return;
        }
        LocaleContextHolder.setLocale(request.getLocale());
        try {
            write(answer, EngineProblem.of(failed, answer.text()), request, failed);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private void write(HeldAnswer answer, Problem problem, HttpServletRequest request, Throwable failed)
            throws IOException {
        var what = request.getMethod() + " " + request.getRequestURI() + ": " + answer.text();
        Problems.logged(LOG, problem.status(), what, failed);
        if (problem.status() == 503) {
            answer.setHeader("Retry-After", "5");
        }
        answer.replace(problem.status(), json.writeValueAsBytes(problem));
    }
}
