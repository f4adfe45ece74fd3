package makegood.people;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import makegood.platform.AccountWriter;
import makegood.platform.Accounts;
import makegood.platform.InvalidInput;
import makegood.platform.Teams;
import makegood.platform.Tenants;
import makegood.platform.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The accounts of the house: login, teams and stores in the engine's identity tables, the grade in ours. */
@Service
public class People {
    private static final int MOST = 200;
    private final ConcurrentMap<String, Grade> grades = new ConcurrentHashMap<>();
    private final EntityManager entities;
    private final Accounts accounts;
    private final AccountWriter writer;
    private final Tenants tenants;
    private final Clock clock;
    private final boolean demo;

    People(
            EntityManager entities,
            Accounts accounts,
            AccountWriter writer,
            Tenants tenants,
            Clock clock,
            @Value("${makegood.demo:false}") boolean demo) {
        this.entities = entities;
        this.accounts = accounts;
        this.writer = writer;
        this.tenants = tenants;
        this.clock = clock;
        this.demo = demo;
    }

    /** NONE for systems and for accounts that only Admin knows. */
    @Transactional(readOnly = true)
    public Grade grade(String account) {
        if (account == null) {
            return Grade.NONE;
        }
        var known = grades.get(account);
        if (known == null) {
            var person = entities.find(Person.class, account);
            known = person == null ? Grade.NONE : person.grade();
            grades.put(account, known);
        }
        return known;
    }

    /** Whether anybody but this account has the grade and serves the store. */
    @Transactional(readOnly = true)
    public boolean anyOther(Grade grade, String store, String account) {
        return entities.createQuery(
                        "select p.account from Person p where p.grade = :grade order by p.account", String.class)
                .setParameter("grade", grade)
                .setMaxResults(MOST)
                .getResultStream()
                .filter(other -> !other.equals(account))
                .map(accounts::caller)
                .anyMatch(other -> other != null && other.serves(store));
    }

    /** Makes the account or gives it the wanted teams, stores and grade; true when it is new. */
    @Transactional(rollbackFor = InvalidInput.class)
    boolean put(String account, PersonWanted wanted) throws InvalidInput {
        if (!demo && DemoAccounts.NAMES.contains(account)) {
            throw new InvalidInput("/account", "RESERVED", new Text("a name of the demo's accounts", "该名称保留给演示账号"));
        }
        boolean exists = accounts.exists(account);
        wanted.check(account, exists, demo ? 4 : 10, Teams.NAMES, tenants.all());
        keep(account, wanted, false);
        return !exists;
    }

    /** As {@link #put}, for the house's own accounts, without its checks. */
    @Transactional
    void keep(String account, PersonWanted wanted, boolean demo) {
        writer.write(account, wanted.password(), wanted.allTeams(), wanted.allStores());
        var person = entities.find(Person.class, account);
        if (person == null) {
            entities.persist(new Person(account, wanted.asGrade(), demo, clock.instant()));
        } else {
            person.promote(wanted.asGrade(), clock.instant());
        }
        forgetAfterwards(account);
    }

    private void forgetAfterwards(String account) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                grades.remove(account);
                accounts.forget(account);
            }
        });
    }
}
