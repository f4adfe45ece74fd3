package makegood;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs a script in Node.js: {@link Means#nodeTools()} holds its packages. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("node")
@ExtendWith(NeedsNode.Condition.class)
public @interface NeedsNode {
    class Condition extends Means.Condition {
        Condition() {
            super(Means.NODE);
        }
    }
}
