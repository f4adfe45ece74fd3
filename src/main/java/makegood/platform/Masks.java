package makegood.platform;

/** What of a person is shown where nobody has asked to see more. */
public final class Masks {
    private Masks() {}

    /** First character, then stars: {@code 张**}, {@code T**}; empty stays empty. */
    public static String name(String name) {
        if (name == null || name.isBlank()) {
            return "";
        }
        var trimmed = name.strip();
        return new StringBuilder()
                .appendCodePoint(trimmed.codePointAt(0))
                .append("**")
                .toString();
    }

    /** First three and last four digits, {@code 130****0001}; of a short number only the last two. */
    public static String phone(String phone) {
        if (phone == null || phone.isBlank()) {
            return "";
        }
        var digits = phone.replaceAll("\\D", "");
        int length = digits.length();
        if (length < 8) {
            return "****" + digits.substring(Math.max(0, length - 2));
        }
        return digits.substring(0, 3) + "****" + digits.substring(length - 4);
    }
}
