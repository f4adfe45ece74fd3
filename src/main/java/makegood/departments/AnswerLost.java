package makegood.departments;

/** The department was reached and may have done its work, but its answer never came: a time-out, a broken connection. */
public class AnswerLost extends RuntimeException {
    public AnswerLost(String message) {
        super(message);
    }
}
