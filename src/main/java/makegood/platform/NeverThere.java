package makegood.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The web apps' set-up pages, which make whoever comes first the administrator. They are not there, for anybody; the
 * first administrator comes from the command line.
 */
class NeverThere extends OncePerRequestFilter {
    private static final Pattern SETUP =
            Pattern.compile("(?i)/camunda/(?:api/admin/setup(?:/.*)?|app/admin/[^/]+/setup(?:/.*)?)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SETUP.matcher(request.getRequestURI()).matches()) {
            response.sendError(404);
        } else {
            chain.doFilter(request, response);
        }
    }
}
