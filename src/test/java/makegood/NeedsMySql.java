package makegood;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Works on a real MySQL: {@link MySql#freshDatabase()} gives it an empty database of its own. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("mysql")
@ExtendWith(NeedsMySql.Condition.class)
public @interface NeedsMySql {
    class Condition extends Means.Condition {
        Condition() {
            super(Means.MYSQL);
        }
    }
}
