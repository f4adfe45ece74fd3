package makegood.platform;

import java.lang.reflect.Field;

/** Fields of the engine's commands, which have no getters. A new engine that renames one fails at start, not silently. */
final class EngineFields {
    private EngineFields() {}

    static Field of(Class<?> type, String name) {
        try {
            var field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException changed) {
            throw new IllegalStateException("the engine's commands have changed: " + type + "." + name, changed);
        }
    }

    static Object get(Field field, Object command) {
        try {
            return field.get(command);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
