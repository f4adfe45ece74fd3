package makegood.cases;

/** A fact from outside about a case, recorded before it is published. Listeners say whether they could use it. */
public interface CaseFact {
    String caseNumber();

    Used used();
}
