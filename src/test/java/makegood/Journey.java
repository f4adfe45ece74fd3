package makegood;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a free port with a database of its own: H2 in memory, or with -Dmakegood.database=mysql the
 * MySQL of {@link MySql}. CI runs every journey on both. The demo is on, for its accounts, its stores and its sandbox; the watches stand still until a test sets one off.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("journey")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "makegood.demo=true",
            "makegood.watch.parcels-every=P36500D",
            // as patient as in earnest, but in a hurry: nothing but the waiting is shorter
            "makegood.departments.back-off=500ms,1s",
            "makegood.departments.slow-poll=1s",
            "camunda.bpm.job-execution.max-wait=1000",
            "makegood.departments.webhook-keys.wms-1=secret-of-the-warehouse",
            "makegood.departments.webhook-keys.wms-2=another-secret"
        })
@ActiveProfiles(resolver = JourneyDatabase.Profiles.class)
@Import(CountedStatements.class)
@ContextConfiguration(initializers = JourneyDatabase.class)
public @interface Journey {}
