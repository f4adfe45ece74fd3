package makegood.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No list of the engine is longer than 1,000 rows, asked for or not. The engine's own limit would refuse a query
 * without a page, which Tasklist, Cockpit and plain scripts send, so the page is added to the request instead.
 */
class PageLimit extends OncePerRequestFilter {
    static final int MOST = 1_000;
    private static final Pattern ASKED = Pattern.compile("(?:^|&)maxResults=([^&]*)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limited = limited(request.getQueryString());
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        return limited;
                    }
                },
                response);
    }

    static String limited(String query) {
        if (query == null || query.isEmpty()) {
            return "maxResults=" + MOST;
        }
        var asked = ASKED.matcher(query);
        if (!asked.find()) {
            return query + "&maxResults=" + MOST;
        }
        var size = asked.group(1);
        boolean fits = size.matches("[0-9]{1,3}|1000") && !asked.find();
        boolean number = size.matches("-?[0-9]+");
        return fits || !number ? query : asked.reset().replaceAll("&maxResults=" + MOST); // the engine refuses a word
    }
}
