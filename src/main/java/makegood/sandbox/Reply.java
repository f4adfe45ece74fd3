package makegood.sandbox;

import makegood.departments.Answer;

/** A simulated department's answer; {@code effect} false when the key was known and nothing was done again. */
record Reply(Answer answer, boolean effect) {
    String words() {
        if (answer instanceof Answer.No no) {
            return "REFUSE:" + no.code();
        }
        return answer instanceof Answer.Done
                ? "OK"
                : answer.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    String values() {
        return answer instanceof Answer.Done done ? Values.write(done.values()) : null;
    }
}
