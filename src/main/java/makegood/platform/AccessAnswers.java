package makegood.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What a caller gets who is not let in: a person's browser the login page, everything else a problem. */
class AccessAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Text LOGIN = new Text("Log in first.", "请先登录。");
    private static final Text WAIT = new Text("Too many failed logins. Wait a while and try again.", "登录失败次数过多，请稍后再试。");
    private static final Text FORBIDDEN = new Text("Your account may not do this.", "您的账号没有此操作的权限。");
    private static final Text STALE = new Text("The page is too old. Load it again.", "页面已过期，请刷新后重试。");
    private final ObjectMapper json;

    AccessAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof LockedException) {
            response.setHeader("Retry-After", "60");
            write(response, Problem.of(429, "TOO_MANY_FAILED_LOGINS", WAIT));
        } else if (isPage(request)) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            response.setHeader("WWW-Authenticate", challenge(request));
            write(response, Problem.of(401, "LOGIN_REQUIRED", LOGIN));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (isPage(request)) {
            response.sendError(403);
        } else {
            write(
                    response,
                    why instanceof CsrfException
                            ? Problem.of(403, "CSRF_TOKEN_MISSING", STALE)
                            : Problem.of(403, "FORBIDDEN", FORBIDDEN));
        }
    }

    /** Bearer where our pages call: a browser answers a Basic challenge with a window of its own. */
    private static String challenge(HttpServletRequest request) {
        return request.getRequestURI().startsWith(EngineRestRules.ROOT)
                ? "Basic realm=\"makegood\", Bearer realm=\"makegood\""
                : "Bearer realm=\"makegood\"";
    }

    static boolean isPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        var path = request.getRequestURI();
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains("text/html")
                && !"XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                && !path.startsWith("/api/")
                && !path.startsWith(EngineRestRules.ROOT)
                && !path.startsWith(WebAppRules.ROOT + "/api/");
    }

    void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), problem);
    }
}
