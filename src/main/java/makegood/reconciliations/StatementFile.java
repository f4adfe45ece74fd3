package makegood.reconciliations;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import makegood.ledger.Moved;
import makegood.platform.Answers;
import makegood.platform.FieldError;
import makegood.platform.InvalidInput;
import makegood.platform.Text;

/**
 * A statement as CSV (RFC 4180, UTF-8): {@code source,kind,number,payment,amount,currency,state,reference,at}. Amounts are
 * written as people do, 168.00, and never become a fraction; times bear their offset. All or nothing: each bad line is
 * named by its number, up to 50, and then nothing is kept.
 */
final class StatementFile {
    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final int MOST_LINES = 20_000;
    static final String HEADER = "source,kind,number,payment,amount,currency,state,reference,at";

    private static final int COLUMNS = 9;

    private final List<FieldError> errors = new ArrayList<>();
    private final List<StatementLine> lines = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private StatementFile() {}

    static List<StatementLine> read(byte[] file) throws InvalidInput {
        return new StatementFile().all(text(file));
    }

    private static String text(byte[] file) throws InvalidInput {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new InvalidInput("/file", "INVALID", new Text("a text in UTF-8 is expected", "须为 UTF-8 文本"));
        }
    }

    private List<StatementLine> all(String text) throws InvalidInput {
        var rows = text.split("\r\n|\n|\r", -1);
        if (!rows[0].strip().equals(HEADER)) {
            throw new InvalidInput(
                    "/file/1", "INVALID", new Text("the first line must be " + HEADER, "首行须为 " + HEADER));
        }
        for (int i = 1; i < rows.length && errors.size() < 50; i++) {
            if (!rows[i].isBlank()) {
                line(i + 1, rows[i]);
            }
            if (lines.size() > MOST_LINES) {
                throw new InvalidInput(
                        "/file", "TOO_MANY", new Text("at most " + MOST_LINES + " lines", "最多 " + MOST_LINES + " 行"));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        if (lines.isEmpty()) {
            throw new InvalidInput("/file", "REQUIRED", new Text("the statement is empty", "对账单没有内容"));
        }
        return lines;
    }

    private void line(int number, String row) {
        var cells = cells(row);
        if (cells == null || cells.size() != COLUMNS) {
            wrong(number, "INVALID", "needs " + COLUMNS + " columns", "须有 " + COLUMNS + " 列");
            return;
        }
        int before = errors.size();
        var source = code(number, cells.get(0), StatementLine.Source.class);
        var kind = code(number, cells.get(1), Moved.Kind.class);
        var entry = words(number, "number", cells.get(2), 64);
        var payment = cells.get(3).isEmpty() ? null : words(number, "payment", cells.get(3), 200);
        var currency = currency(number, cells.get(5));
        long amount = currency == null ? 0 : amount(number, cells.get(4), currency);
        var state = code(number, cells.get(6), StatementLine.State.class);
        var reference = words(number, "reference", cells.get(7), 128);
        var at = time(number, cells.get(8));
        if (errors.size() > before) {
            return;
        }
        var line = new StatementLine(
                source, kind, entry, payment, amount, currency.getCurrencyCode(), state, reference, at.toInstant());
        if (keys.add(line.key())) {
            lines.add(line);
        } else {
            wrong(number, "DUPLICATE", "the same line stands here twice", "与前面某行完全相同");
        }
    }

    /** Null when a quote is not closed. A cell never spans lines. */
    private static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return quoted ? null : cells;
    }

    private <E extends Enum<E>> E code(int line, String given, Class<E> codes) {
        for (var code : codes.getEnumConstants()) {
            if (code.name().equals(given)) {
                return code;
            }
        }
        var known = java.util.Arrays.toString(codes.getEnumConstants());
        wrong(line, "UNKNOWN_CODE", "must be one of " + known, "只能是 " + known);
        return null;
    }

    private String words(int line, String column, String given, int max) {
        if (given.isEmpty() || given.length() > max || given.chars().anyMatch(c -> c < ' ')) {
            wrong(line, "INVALID", column + ": 1 to " + max + " characters", column + "：1 到 " + max + " 个字符");
        }
        return given;
    }

    private Currency currency(int line, String given) {
        try {
            return Currency.getInstance(given);
        } catch (IllegalArgumentException unknown) {
            wrong(line, "UNKNOWN_CODE", "currency: a code such as CNY", "currency：须为 CNY 这样的币种代码");
            return null;
        }
    }

    private long amount(int line, String given, Currency currency) {
        int places = currency.getDefaultFractionDigits();
        var digits = places <= 0 ? "\\d{1,12}" : "\\d{1,12}(\\.\\d{1," + places + "})?";
        if (!given.matches(digits)) {
            wrong(line, "INVALID", "amount: such as 168.00, without a sign", "amount：形如 168.00，不带符号");
            return 0;
        }
        var parts = given.split("\\.");
        var minor = parts.length == 1 ? "" : parts[1];
        long all = Long.parseLong(parts[0] + minor + "0".repeat(Math.max(0, places) - minor.length()));
        if (all > Answers.MAX_AMOUNT) {
            wrong(line, "OUT_OF_RANGE", "amount: too large", "amount：金额过大");
        }
        return all;
    }

    private OffsetDateTime time(int line, String given) {
        try {
            return OffsetDateTime.parse(given);
        } catch (DateTimeException unreadable) {
            wrong(line, "INVALID", "at: such as 2026-11-21T15:20:00+08:00", "at：形如 2026-11-21T15:20:00+08:00");
            return OffsetDateTime.MIN;
        }
    }

    private void wrong(int line, String code, String en, String zh) {
        errors.add(
                new FieldError("/file/" + line, code, new Text("line " + line + ": " + en, "第 " + line + " 行：" + zh)));
    }
}
