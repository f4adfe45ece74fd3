package makegood.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** There in the demo ({@code makegood.demo=true}) and where a test asks for it ({@code makegood.sandbox=true}); nowhere else. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("${makegood.demo:false} or ${makegood.sandbox:false}")
@interface InSandbox {}
