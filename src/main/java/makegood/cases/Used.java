package makegood.cases;

/** Whether anything in the case could use a fact from outside. */
public final class Used {
    private boolean used;
    private boolean declined;

    public void yes() {
        used = true;
    }

    public void when(int waiting) {
        used |= waiting > 0;
    }

    /** It comes too late: nothing that follows may act on it. */
    public void decline() {
        declined = true;
    }

    public boolean declined() {
        return declined;
    }

    /** Whether something in the case could use it so far. */
    public boolean was() {
        return used;
    }
}
