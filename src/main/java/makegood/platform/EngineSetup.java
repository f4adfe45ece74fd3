package makegood.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the engine is set for this house; every deviation from its defaults stands here or in the security plugin. */
@Component
@Order(10)
class EngineSetup extends AbstractProcessEnginePlugin {
    private final ApplicationContext context;

    EngineSetup(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9][a-zA-Z0-9._@-]*"); // else ids with a hyphen are refused
        engine.setEnableExceptionsAfterUnhandledBpmnError(true); // else an uncaught refusal completes the case silently
        engine.setTenantIdProvider(new StoreTenants());
        engine.setResourceAuthorizationProvider(new NoGrants());
        engine.setDelegateInterceptor(new RefusalInterceptor());
        engine.setExpressionManager(new StepsFirst(context, Set.of()));
        VerdictListener.install(engine, context);
        addParseListener(engine, new StepListeners(context));
        addBefore(engine, new AnswersInterceptor());
    }

    private static void addParseListener(ProcessEngineConfigurationImpl engine, BpmnParseListener listener) {
        var listeners = new ArrayList<BpmnParseListener>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(listener);
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static void addBefore(ProcessEngineConfigurationImpl engine, CommandInterceptor interceptor) {
        var interceptors = new ArrayList<CommandInterceptor>();
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(interceptor);
        engine.setCustomPreCommandInterceptorsTxRequired(List.copyOf(interceptors));
    }
}
