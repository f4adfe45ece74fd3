package makegood.platform;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What nothing else has answered: a page for people, a problem for programs. Never the engine's or the server's text. */
@Hidden
@Controller
class ErrorPage implements ErrorController {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Makegood – %1$d</title>
            <link rel="stylesheet" href="/start/start.css">
            </head>
            <body>
            <main class="narrow">
            <h1>%1$d</h1>
            <p>%2$s</p>
            <p>%3$s</p>
            <p><a href="/">Start page 首页</a></p>
            </main>
            </body>
            </html>
            """;

    @RequestMapping("/error")
    ResponseEntity<?> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception thrown
                && Problems.known(thrown).status() == 503) { // a filter, such as the login, found no database
            return Problems.answer(Problems.known(thrown));
        }
        var accept = request.getHeader("Accept");
        if (accept != null && accept.contains("text/html")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                    .body(PAGE.formatted(status, text(status).en(), text(status).zh()));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, code(status), text(status)));
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "LOGIN_REQUIRED";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            default -> status < 500 ? "MALFORMED_REQUEST" : "INTERNAL_ERROR";
        };
    }

    private static Text text(int status) {
        return switch (status) {
            case 401 -> new Text("Log in first.", "请先登录。");
            case 403 -> new Text("Your account may not open this page.", "您的账号没有打开此页面的权限。");
            case 404 -> new Text("Nothing is here.", "没有找到。");
            default -> status < 500 ? Problems.MALFORMED : Problems.BROKEN;
        };
    }
}
