package makegood.people;

/** What a person may decide alone: a column of the table {@code authority}. NONE decides nothing. */
public enum Grade {
    JUNIOR,
    MID,
    SENIOR,
    LEAD,
    MANAGER,
    FINANCE,
    QUALITY,
    NONE
}
