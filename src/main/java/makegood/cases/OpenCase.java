package makegood.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Clock;
import java.util.Map;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Engine;
import makegood.platform.InvalidInput;
import makegood.platform.Sha256;
import makegood.platform.Text;
import makegood.platform.Utc;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a case through the root process. A repeated Idempotency-Key gives the first answer again. */
@Component
public class OpenCase {
    /** {@code known}: the key was used before with the same body. */
    public record Opened(String caseNumber, boolean joined, boolean known) {}

    private final Engine engine;
    private final JdbcClient db;
    private final Clock clock;
    private final ObjectMapper sorted;

    OpenCase(Engine engine, JdbcClient db, Clock clock, ObjectMapper json) {
        this.engine = engine;
        this.db = db;
        this.clock = clock;
        sorted = json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    }

    @Transactional(rollbackFor = Exception.class)
    public Opened open(Map<String, Object> request, String key) throws BusinessRefusal {
        if (key == null) {
            return started(request);
        }
        if (key.isBlank() || key.length() > 255) {
            throw new InvalidInput("Idempotency-Key", "TOO_LONG", new Text("1 to 255 characters", "长度须为 1 到 255"));
        }
        var hash = hash(request);
        var known = known(key, hash);
        if (known != null) {
            return known;
        }
        try {
            insert(key, hash);
        } catch (DuplicateKeyException sameMoment) {
            return known(key, hash);
        }
        var opened = started(request);
        db.sql("update case_idempotency set case_number = ? where account = ? and idem_key = ?")
                .params(opened.caseNumber(), account(), key)
                .update();
        return opened;
    }

    private Opened started(Map<String, Object> request) throws BusinessRefusal {
        var started = engine.start(AfterSalesCaseProcess.ID, request);
        return new Opened(
                started.businessKey(), Boolean.TRUE.equals(started.codes().get("joinedOpenCase")), false);
    }

    private void insert(String key, String hash) {
        db.sql("insert into case_idempotency (account, idem_key, body_hash, case_number, at) values (?, ?, ?, ?, ?)")
                .params(account(), key, hash, "", Utc.of(clock.instant()))
                .update();
    }

    private Opened known(String key, String hash) throws IdempotencyKeyReused {
        var found = db.sql("select body_hash, case_number from case_idempotency where account = ? and idem_key = ?")
                .params(account(), key)
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                .optional()
                .orElse(null);
        if (found == null) {
            return null;
        }
        if (!found[0].equals(hash)) {
            throw new IdempotencyKeyReused();
        }
        return new Opened(found[1], false, true);
    }

    private static String account() {
        return Caller.current().account();
    }

    private String hash(Map<String, Object> request) {
        try {
            return Sha256.hex(sorted.writeValueAsString(request));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
