package makegood.platform;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The engine's part of access: password hashes, guards over its commands, no code in models. */
@Component
@Order(5)
class AccessPlugin extends AbstractProcessEnginePlugin {
    private final Accounts accounts;

    AccessPlugin(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(new PasswordHashes());
        // our throttle goes by address; the engine's would let a stranger lock an agent out. Its lock ends in the past:
        // MySQL rounds to the second, so that a lock until now would refuse the right password for half a second
        engine.setLoginDelayBase(-1);
        engine.setLoginDelayFactor(1);
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableCmdExceptionLogging(false); // a refusal is no error: whoever called logs what is one
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptCompilation(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        var listeners = new ArrayList<>(orEmpty(engine.getCustomPreBPMNParseListeners()));
        listeners.add(new OnlyDrawn());
        engine.setCustomPreBPMNParseListeners(listeners);
        engine.setCustomPreCommandInterceptorsTxRequired(
                with(engine.getCustomPreCommandInterceptorsTxRequired(), outer()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPreCommandInterceptorsTxRequiresNew(), outer()));
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(engine.getCustomPostCommandInterceptorsTxRequired(), guards()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPostCommandInterceptorsTxRequiresNew(), guards()));
    }

    private List<CommandInterceptor> outer() {
        return List.of(new EngineFailures(), new AccountChanges(accounts));
    }

    private static List<CommandInterceptor> guards() {
        return List.of(new ExpressionGuard(), new TaskGuard());
    }

    private static List<CommandInterceptor> with(List<CommandInterceptor> before, List<CommandInterceptor> ours) {
        var all = new ArrayList<>(ours); // ours first: a refused command reaches nobody else
        all.addAll(orEmpty(before));
        return all;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
