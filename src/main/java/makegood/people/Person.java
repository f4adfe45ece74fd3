package makegood.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;

/** What the engine's account does not know of a person. */
@Entity
class Person {
    @Id
    private String account;

    @Enumerated(EnumType.STRING)
    private Grade grade;

    private boolean demo;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Person() {}

    Person(String account, Grade grade, boolean demo, Instant now) {
        this.account = account;
        this.grade = grade;
        this.demo = demo;
        this.createdAt = now;
        this.changedAt = now;
    }

    void promote(Grade to, Instant now) {
        grade = to;
        changedAt = now;
    }

    Grade grade() {
        return grade;
    }
}
