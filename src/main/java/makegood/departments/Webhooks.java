package makegood.departments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import makegood.platform.AppClock;
import makegood.platform.BusinessRefusal;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door for answers of departments: signed, kept against replay, stored and applied in one transaction before it says yes. */
@Component
class Webhooks {
    private final WebhookKeys keys;
    private final LateAnswers answers;
    private final Unmatched unmatched;
    private final RequestBook book;
    private final JdbcClient sql;
    private final AppClock clock;
    private final AsSystem asSystem;

    Webhooks(
            WebhookKeys keys,
            LateAnswers answers,
            Unmatched unmatched,
            RequestBook book,
            JdbcClient sql,
            AppClock clock,
            AsSystem asSystem) {
        this.keys = keys;
        this.answers = answers;
        this.unmatched = unmatched;
        this.book = book;
        this.sql = sql;
        this.clock = clock;
        this.asSystem = asSystem;
    }

    /** False when this message was here before; then nothing happens. */
    boolean receive(String department, SignedMessage signed) throws BusinessRefusal {
        var now = clock.instant();
        signed.check(keys.secret(signed.keyId()), List.of(now, now.minus(clock.offset())));
        var sender = Department.named(department);
        var message = DepartmentMessage.read(signed.body(), sender);
        keys.check(signed.keyId(), sender, book.storesOf(sender, message.reference()));
        try {
            return take(sender, message, signed.body(), now, answers::apply);
        } catch (RuntimeException failed) {
            if (!message.no() || !Trouble.noWay(failed)) {
                throw failed;
            }
            return take(sender, message, signed.body(), now, answers::noWay);
        }
    }

    private boolean take(
            Department sender, DepartmentMessage message, byte[] body, Instant now, Consumer<DepartmentMessage> then) {
        return asSystem.inTurn(() -> takeOnce(sender, message, body, now, then));
    }

    private boolean takeOnce(
            Department sender, DepartmentMessage message, byte[] body, Instant now, Consumer<DepartmentMessage> then) {
        var known = sql.sql("select count(*) from department_message where department = ? and message_id = ?")
                .params(sender.name(), message.id())
                .query(Long.class)
                .single();
        if (known > 0) {
            return false;
        }
        sql.sql("insert into department_message (department, message_id, topic, reference, body, received_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        sender.name(),
                        message.id(),
                        message.topic(),
                        message.reference(),
                        new String(body, StandardCharsets.UTF_8),
                        Utc.of(now))
                .update();
        if (book.storesOf(sender, message.reference()).isEmpty()) {
            unmatched.keep(sender, message, now);
        }
        then.accept(message);
        return true;
    }
}
