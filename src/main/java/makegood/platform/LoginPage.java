package makegood.platform;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one login form, in both languages; its script takes the token from our cookie. */
@Hidden
@Controller
class LoginPage {
    @GetMapping("/login")
    String page() {
        return "forward:/start/login.html";
    }
}
