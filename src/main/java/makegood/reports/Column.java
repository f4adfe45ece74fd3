package makegood.reports;

import makegood.platform.Text;

/**
 * A column of a report: what it is called in JSON, how the database makes it of day sums, and its title. {@code total} is
 * the same for all lines at once, null for what has no sum.
 */
record Column(String name, Role role, String sql, String total, Text title) {
    /** What stands in it; all but counts and money tell the lines apart, a model only names its product. */
    enum Role {
        STORE,
        DAY,
        MONTH,
        CAUSE,
        UNIT,
        SKU,
        CURRENCY,
        MODEL,
        COUNT,
        MONEY,
        /** Money of one kind of the ledger. */
        KIND
    }

    static Column key(String name, Role role, String sql, Text title) {
        return new Column(name, role, sql, null, title);
    }

    /** Cases: over several products each of them counts once. */
    static Column cases(String name, String column, Text title) {
        return new Column(
                name,
                Role.COUNT,
                "sum(" + column + ")",
                "sum(case when first_product = true then " + column + " else 0 end)",
                title);
    }

    static Column pieces(Text title) {
        return new Column("pieces", Role.COUNT, "sum(pieces)", "sum(pieces)", title);
    }

    /** The sum of some of the ledger's kinds. */
    static Column money(String name, Role role, String kinds, Text title) {
        var sql = "sum(case when kind in (" + kinds + ") then amount else 0 end)";
        return new Column(name, role, sql, sql, title);
    }

    boolean money() {
        return role == Role.MONEY || role == Role.KIND;
    }

    /** Whether lines differ by it. */
    boolean tellsApart() {
        return total == null && role != Role.MODEL;
    }
}
