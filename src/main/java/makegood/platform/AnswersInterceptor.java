package makegood.platform;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The one door for answers: takes start and form variables out of the engine's commands, on every surface. */
class AnswersInterceptor extends CommandInterceptor {
    private static final Field COMPLETED = field(CompleteTaskCmd.class, "variables");
    private static final Field SUBMITTED = field(SubmitTaskFormCmd.class, "properties");
    private static final Field START_FORM = field(SubmitStartFormCmd.class, "variables");
    private static final Field START = field(StartProcessInstanceCmd.class, "instantiationBuilder");

    @Override
    public <T> T execute(Command<T> command) {
        if (!answers(command)) {
            return next.execute(command);
        }
        var fields = new LinkedHashMap<String, Object>();
        var given = given(command);
        if (given != null) {
            fields.putAll(given);
            given.clear();
        }
        // another branch of the same case moved at this moment: nothing is written, and the answer is still good
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? once(command, fields)
                : Races.pastOtherSteps(() -> once(command, fields));
    }

    private <T> T once(Command<T> command, Map<String, Object> fields) {
        var before = GivenFields.begin(fields);
        try {
            return next.execute(command);
        } finally {
            GivenFields.end(before);
        }
    }

    private static boolean answers(Command<?> command) {
        return command instanceof CompleteTaskCmd
                || command instanceof SubmitTaskFormCmd
                || command instanceof SubmitStartFormCmd
                || command instanceof StartProcessInstanceCmd;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> given(Command<?> command) {
        try {
            if (command instanceof StartProcessInstanceCmd) {
                return ((ProcessInstantiationBuilderImpl) START.get(command)).getVariables();
            }
            if (command instanceof SubmitStartFormCmd) {
                return (Map<String, Object>) START_FORM.get(command);
            }
            var field = command instanceof CompleteTaskCmd ? COMPLETED : SUBMITTED;
            return (Map<String, Object>) field.get(command);
        } catch (IllegalAccessException changed) {
            throw new IllegalStateException("the engine's commands have changed", changed);
        }
    }

    private static Field field(Class<?> type, String name) {
        try {
            var field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException changed) {
            throw new IllegalStateException("the engine's commands have changed", changed);
        }
    }
}
