package makegood.desk;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import makegood.Makegood;
import makegood.platform.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the start page and the forms need to know before anything else. */
@RestController
class Start {
    /** Open to everyone, so it tells nothing but whether this is the demo. */
    record Installation(boolean demo, String language, String version) {}

    record Me(String account, List<String> teams, List<String> stores) {}

    private final Installation installation;

    Start(@Value("${makegood.demo:false}") boolean demo, @Value("${makegood.language:en}") String language) {
        var version = Makegood.class.getPackage().getImplementationVersion();
        this.installation = new Installation(demo, language, version == null ? "dev" : version);
    }

    @Hidden
    @GetMapping("/start/installation.json")
    Installation start() {
        return installation;
    }

    @GetMapping("/api/v1/me")
    Me me() {
        var caller = Caller.current();
        return new Me(
                caller.account(),
                caller.teams().stream().sorted().toList(),
                caller.stores().stream().sorted().toList());
    }
}
