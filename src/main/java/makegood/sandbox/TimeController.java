package makegood.sandbox;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import makegood.departments.CaseTimers;
import makegood.platform.AppClock;
import makegood.platform.BusinessRefusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The demo's time: single timers, or the clock of the whole application. */
@RestController
@InSandbox
@RequestMapping("/api/v1/sandbox")
@Tag(name = "sandbox")
class TimeController {
    private final CaseTimers timers;
    private final SandboxTime time;
    private final AppClock clock;

    TimeController(CaseTimers timers, SandboxTime time, AppClock clock) {
        this.timers = timers;
        this.time = time;
        this.clock = clock;
    }

    record Timer(String caseNumber, String element) {}

    record Step(String advance) {}

    @PostMapping("/timers/fire")
    Map<String, Object> fire(@RequestBody Timer timer) throws BusinessRefusal {
        Checked.words("/caseNumber", timer.caseNumber(), 64);
        Checked.words("/element", timer.element(), 255);
        int fired = timers.fire(timer.caseNumber(), timer.element());
        if (fired == 0) {
            throw new NoTimerWaits();
        }
        return Map.of("caseNumber", timer.caseNumber(), "element", timer.element(), "fired", fired);
    }

    @PostMapping("/clock")
    Map<String, Object> advance(@RequestBody Step step) throws BusinessRefusal {
        time.advance(Checked.step(step.advance()));
        return now();
    }

    @GetMapping("/clock")
    Map<String, Object> now() {
        return Map.of(
                "now", clock.instant().toString(), "offset", clock.offset().toString());
    }
}
