package makegood.gateways;

import makegood.departments.Answer;

/** What a gateway has said of a refund so far, as far as it matters for what comes next. */
enum Told {
    SETTLED,
    REFUSED,
    OPEN;

    static Told of(Answer answer) {
        if (answer instanceof Answer.Done) {
            return SETTLED;
        }
        return answer instanceof Answer.No ? REFUSED : OPEN;
    }
}
