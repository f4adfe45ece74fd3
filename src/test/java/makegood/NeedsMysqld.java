package makegood;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Starts, kills and starts again a MySQL server of its own. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsMysqld.Condition.class)
public @interface NeedsMysqld {
    class Condition extends Means.Condition {
        Condition() {
            super(Means.MYSQLD);
        }
    }
}
