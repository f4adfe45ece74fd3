package makegood.gateways;

import makegood.platform.Money;

/** Alipay's amounts: yuan as text with two decimals. */
final class Yuan {
    private static final int FEN = 2;

    private Yuan() {}

    static String text(long fen) {
        return Money.plain(fen);
    }

    /** Fen; null when it is no amount. */
    static Long fen(String yuan) {
        if (yuan == null || !yuan.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            return null;
        }
        var parts = yuan.split("\\.", FEN);
        var rest = parts.length < FEN ? "" : parts[1];
        return Long.parseLong(parts[0] + (rest + "00").substring(0, FEN));
    }
}
