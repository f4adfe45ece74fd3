package makegood;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application starts on an empty database, with everything deployed. */
@Journey
class StartTests {
    @Autowired
    private TestRestTemplate http;

    @Autowired
    private DataSource database;

    @Test
    void anEmptyDatabaseBecomesAHealthyApplication() {
        assertThat(http.getForEntity("/actuator/health", String.class).getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void everyModelIsDeployedOnce() {
        var deployed = JdbcClient.create(database)
                .sql("select KEY_ from ACT_RE_PROCDEF where VERSION_ = 1")
                .query(String.class)
                .list();
        assertThat(deployed)
                .containsExactlyInAnyOrderElementsOf(
                        Models.all().stream().map(Models.Model::id).toList());
    }
}
