package makegood.returns;

import java.util.HashMap;
import makegood.cases.Cases;
import makegood.platform.DepartmentStep;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of put-shelves-right.bpmn: wrong goods were sent, and both shelves say so before anything else is promised. */
@Configuration(proxyBeanMethods = false)
class PutShelvesRightProcess {
    private final ShelfCorrections corrections;
    private final Cases cases;

    PutShelvesRightProcess(ShelfCorrections corrections, Cases cases) {
        this.corrections = corrections;
        this.cases = cases;
    }

    @Bean
    ExecutionListener shelvesToCheck() {
        return start -> start.setVariable("wrongGoodsSent", corrections.due(start.getProcessBusinessKey()));
    }

    @Bean
    DepartmentStep correctShelves() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var payload = new HashMap<String, Object>();
            payload.put("orderNumber", cases.get(caseNumber).orderNumber());
            payload.put("lines", corrections.agreed(caseNumber, (String) x.getVariable("wrongSku")));
            return payload;
        };
    }
}
