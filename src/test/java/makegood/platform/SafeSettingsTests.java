package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.Test;

class SafeSettingsTests {
    private final ArrayList<String> faults = new ArrayList<>();

    @Test
    void otherIsolationsAreRefused() {
        SafeSettings.isolation(Connection.TRANSACTION_READ_COMMITTED, faults);
        assertThat(faults).isEmpty();
        SafeSettings.isolation(Connection.TRANSACTION_REPEATABLE_READ, faults);
        assertThat(faults).hasSize(1);
    }

    @Test
    void aSchemaThatCannotHoldEveryNameIsRefused() {
        SafeSettings.charset("utf8mb4", faults);
        assertThat(faults).isEmpty();
        SafeSettings.charset("utf8mb3", faults);
        assertThat(faults).singleElement().asString().contains("utf8mb3");
    }

    @Test
    void anEngineWithoutItsGuardsIsRefused() {
        var engine = new StandaloneInMemProcessEngineConfiguration();
        engine.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_AUDIT);
        engine.setTenantCheckEnabled(false);
        SafeSettings.flags(engine, faults);
        assertThat(faults).hasSize(4);
        faults.clear();
        engine.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_FULL);
        engine.setTenantCheckEnabled(true);
        engine.setAuthorizationEnabled(true);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        SafeSettings.flags(engine, faults);
        assertThat(faults).isEmpty();
    }
}
