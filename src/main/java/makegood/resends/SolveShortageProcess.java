package makegood.resends;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import makegood.cases.Cases;
import makegood.platform.Answers;
import makegood.platform.DepartmentStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of solve-shortage.bpmn: nothing on the shelf, or the parcel got lost. */
@Configuration(proxyBeanMethods = false)
class SolveShortageProcess {
    private final Resends resends;
    private final Shortage shortage;
    private final ResendBooks books;
    private final Cases cases;

    SolveShortageProcess(Resends resends, Shortage shortage, ResendBooks books, Cases cases) {
        this.resends = resends;
        this.shortage = shortage;
        this.books = books;
        this.cases = cases;
    }

    @Bean
    ExecutionListener shortageFound() {
        return start -> {
            if ("SHIPMENT_LOST".equals(start.getVariable("shipGoodsResult"))) {
                books.lost(start.getProcessBusinessKey());
            }
        };
    }

    @Bean
    DepartmentStep checkShelves() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var skus = shortage.skus(cases.get(x.getProcessBusinessKey()));
                return Map.of("sku", skus.get(0), "skus", skus);
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                shortage.found(x.getProcessBusinessKey(), values);
            }
        };
    }

    @Bean
    UserTaskStep findAnotherWay(Clock clock) {
        return (task, answers) -> {
            var c = cases.get(task.getExecution().getProcessBusinessKey());
            boolean called = Boolean.TRUE.equals(task.getVariable("resendAgreed"));
            var way = shortage.read(c, answers, called);
            var zone = resends.store(c).zone();
            boolean wait = way.decision() == ShortageDecision.WAIT_FOR_STOCK;
            var day = wait ? ExpectedDay.read(answers, LocalDate.ofInstant(clock.instant(), zone)) : null;
            var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
            answers.check();
            cases.say(c.caseNumber(), message, null);
            if (wait) {
                cases.tellLater(c.caseNumber(), Map.of("stockExpected", day.toString()));
                task.setVariable(
                        "stockExpectedAt", Date.from(day.atStartOfDay(zone).toInstant()));
            }
            if (way.offer() != null) {
                cases.kind(c.caseNumber(), way.offer());
                task.setVariable("procedure", way.offer().name());
                task.setVariable("procedureChanged", true);
            }
            boolean back = way.decision() == ShortageDecision.OFFER_OTHER && called;
            task.setVariable("anotherWay", back ? "GIVE_BACK" : way.decision().name());
            cases.note(c.caseNumber(), "DECIDED", words(way.decision()));
        };
    }

    private static Text words(ShortageDecision decision) {
        return switch (decision) {
            case TRY_AGAIN -> new Text("It is sent once more.", "再次安排发货。");
            case OPEN_NEW_SET -> new Text("The part is taken from a new set.", "从新套装中取出配件。");
            case WAIT_FOR_STOCK -> new Text("New stock is waited for.", "等待到货。");
            case OFFER_OTHER -> new Text("Another procedure was agreed.", "已改为其他处理方式。");
        };
    }

    @Bean
    UserTaskStep openNewSet() {
        return (task, answers) -> {
            var opened = answers.flag("setOpened");
            answers.require(
                    opened.isPresent() || answers.has("setOpened"),
                    "setOpened",
                    "REQUIRED",
                    "was a set opened?",
                    "请选择是否已拆套");
            var note = answers.text("openingNote", 500);
            answers.check();
            task.setVariable("setOpened", opened.get());
            var caseNumber = task.getExecution().getProcessBusinessKey();
            var why = note.isEmpty() ? "" : " " + note;
            cases.note(
                    caseNumber,
                    "STOCK",
                    opened.get()
                            ? new Text("A new set was opened for the missing part." + why, "为补发缺少的配件，拆开了一套新品。" + why)
                            : new Text("No set was opened." + why, "未拆套。" + why));
        };
    }

    @Bean
    DepartmentStep bookOpenedSet() {
        return x -> {
            var c = cases.get(x.getProcessBusinessKey());
            var payload = new HashMap<String, Object>();
            payload.put("orderNumber", c.orderNumber());
            payload.put("reason", "SET_OPENED");
            payload.put("lines", shortage.openedSets(c));
            return payload;
        };
    }
}
