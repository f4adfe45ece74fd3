package makegood.checker;

/**
 * What must always hold. {@code broken} finds what breaks it: one row per violation, its name in the first column. In the
 * question, {@code :late} is the time before which nothing may be unknown any more.
 */
record Invariant(String name, String broken) {}
