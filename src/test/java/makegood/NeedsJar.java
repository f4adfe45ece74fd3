package makegood;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Starts the packaged application as a process of its own, and kills it: {@link Means#jar()} is its path. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("kill")
@ExtendWith(NeedsJar.Condition.class)
public @interface NeedsJar {
    class Condition extends Means.Condition {
        Condition() {
            super(Means.JAR);
        }
    }
}
