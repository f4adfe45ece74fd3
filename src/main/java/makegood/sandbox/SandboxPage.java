package makegood.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page to look at and push the sandbox. No static resource, because it is only there when the sandbox is. */
@RestController
@InSandbox
@Hidden
class SandboxPage {
    @GetMapping("/sandbox.html")
    ResponseEntity<Resource> page() {
        return file("sandbox.html", "text/html;charset=UTF-8");
    }

    @GetMapping("/sandbox.js")
    ResponseEntity<Resource> script() {
        return file("sandbox.js", "text/javascript;charset=UTF-8");
    }

    @GetMapping("/sandbox.css")
    ResponseEntity<Resource> style() {
        return file("sandbox.css", "text/css;charset=UTF-8");
    }

    private static ResponseEntity<Resource> file(String name, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Cache-Control", "no-cache")
                .body(new ClassPathResource("sandbox/" + name));
    }
}
