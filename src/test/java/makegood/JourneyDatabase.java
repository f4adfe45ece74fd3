package makegood;

import java.util.UUID;
import makegood.gateways.PlayedGateways;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfilesResolver;

/** Gives the application context of a {@link Journey} an empty database, and gateways to pay back by. */
class JourneyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static boolean isMySql() {
        return "mysql".equals(System.getProperty("makegood.database"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var values = isMySql()
                ? TestPropertyValues.of(
                        "MAKEGOOD_MYSQL_URL=" + MySql.freshDatabase(),
                        "MAKEGOOD_MYSQL_USER=" + MySql.user(),
                        "MAKEGOOD_MYSQL_PASSWORD=" + MySql.password())
                : TestPropertyValues.of(
                        "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=10000");
        values.and(PlayedGateways.SHARED.settings()).applyTo(context);
    }

    /** The same profile that a user of MySQL sets. */
    static class Profiles implements ActiveProfilesResolver {
        @Override
        public String[] resolve(Class<?> test) {
            return isMySql() ? new String[] {"mysql"} : new String[0];
        }
    }
}
