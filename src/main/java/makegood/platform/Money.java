package makegood.platform;

/** An amount in minor units (fen, cent) with its ISO 4217 currency; never a fraction. */
public record Money(long amount, String currency) {
    /** {@code 339.15} for 33915: for messages and the timeline; all currencies of the shops have two decimals. */
    public static String plain(long minor) {
        long positive = Math.abs(minor);
        var cents = positive % 100;
        return (minor < 0 ? "-" : "") + positive / 100 + (cents < 10 ? ".0" : ".") + cents;
    }
}
