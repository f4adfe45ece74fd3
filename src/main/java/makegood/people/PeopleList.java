package makegood.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import makegood.platform.Accounts;
import makegood.platform.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators read of accounts. */
@Component
class PeopleList {
    private final JdbcClient jdbc;
    private final Accounts accounts;

    PeopleList(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    public PersonView one(String account) throws PersonUnknown {
        return jdbc.sql("select account, grade, demo, created_at from person where account = :account")
                .param("account", account)
                .query(this::view)
                .optional()
                .orElseThrow(PersonUnknown::new);
    }

    @Transactional(readOnly = true)
    public Page<PersonView> page(int page, int size) {
        long total = jdbc.sql("select count(*) from person").query(Long.class).single();
        var people = jdbc.sql("select account, grade, demo, created_at from person order by account"
                        + " limit :size offset :start")
                .param("size", size)
                .param("start", (long) page * size)
                .query(this::view)
                .list();
        return new Page<>(people, page, size, total);
    }

    private PersonView view(ResultSet row, int number) throws SQLException {
        var account = row.getString("account");
        var caller = accounts.caller(account);
        return new PersonView(
                account,
                Grade.valueOf(row.getString("grade")),
                caller == null ? List.of() : caller.teams().stream().sorted().toList(),
                caller == null ? List.of() : caller.stores().stream().sorted().toList(),
                row.getBoolean("demo"),
                row.getTimestamp("created_at").toInstant());
    }
}
