package makegood.departments;

import java.time.Duration;

/** Why a request could not be finished, in words for the manager who finds the incident. Speaks both languages. */
record Trouble(Kind kind, String cause, Duration pause) {
    private static final String NO_HANDLER = "ENGINE-02042"; // the engine's text for a BPMN error that nothing catches

    enum Kind {
        NO_ANSWER("did not answer", "没有应答"),
        FAILED("could not be reached or failed", "无法连接或处理失败"),
        HELD_BACK("was not asked", "暂未询问"),
        NO_UNHANDLED("said no, and the process has no way for this no", "已拒绝，但流程没有对应的处理路径"),
        NOT_SENT("could not be asked", "的请求未能发出"),
        CASE_STUCK("has answered, but the case could not go on", "已应答，但案件无法继续");

        private final String en;
        private final String zh;

        Kind(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }
    }

    private Trouble(Kind kind, String cause) {
        this(kind, cause, null);
    }

    static Trouble of(RuntimeException thrown) {
        if (thrown instanceof HeldBack held) {
            return new Trouble(Kind.HELD_BACK, words(held), held.pause());
        }
        return new Trouble(thrown instanceof AnswerLost ? Kind.NO_ANSWER : Kind.FAILED, words(thrown));
    }

    static Trouble notSent(RuntimeException thrown) {
        return new Trouble(Kind.NOT_SENT, words(thrown));
    }

    static Trouble unhandled(String code) {
        return new Trouble(Kind.NO_UNHANDLED, code);
    }

    static Trouble stuck(RuntimeException thrown) {
        return new Trouble(Kind.CASE_STUCK, words(thrown));
    }

    /** Whether the engine has found no way in the model for a no. */
    static boolean noWay(Throwable thrown) {
        return thrown != null && (String.valueOf(thrown.getMessage()).contains(NO_HANDLER) || noWay(thrown.getCause()));
    }

    /** A department's own worker could not do it. */
    static Trouble reported(String words) {
        return new Trouble(Kind.FAILED, words);
    }

    /** Nothing was tried, so no try is used up. */
    boolean heldBack() {
        return kind == Kind.HELD_BACK;
    }

    /** At least so long until the next try. */
    Duration pause(Duration usual) {
        return pause == null || pause.compareTo(usual) < 0 ? usual : pause;
    }

    /** Trying again changes nothing. */
    boolean hopeless() {
        return kind == Kind.NO_UNHANDLED;
    }

    String text(Topic topic) {
        var who = topic.department().text();
        return who.en() + " " + kind.en + " (" + topic.id() + ": " + cause + "). Nothing is done twice:"
                + " when the cause is mended, retry here. / "
                + who.zh() + kind.zh + "（" + topic.id() + "）。排除原因后可在此重试，不会重复执行。";
    }

    String details() {
        return cause;
    }

    private static String words(RuntimeException thrown) {
        var words = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return words.length() <= 300 ? words : words.substring(0, 300);
    }
}
