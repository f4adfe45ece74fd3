package makegood;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plays in a real browser: {@link Means#chromium()} is its path. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(NeedsChromium.Condition.class)
public @interface NeedsChromium {
    class Condition extends Means.Condition {
        Condition() {
            super(Means.CHROMIUM);
        }
    }
}
