package makegood.texts;

/** What may happen to a text; the later one outweighs the earlier. */
public enum TextVerdict {
    PASS,
    /** Does not leave before a lead has read it. */
    SECOND_LOOK,
    /** Does not leave. */
    REFUSE
}
