package makegood.reconciliations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import makegood.ledger.Moved;
import makegood.platform.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement is read whole or not at all, and each bad line is named. */
class StatementFileTests {
    private static final String GOOD = "GATEWAY,REFUND,RF-1,P1,168.00,CNY,SETTLED,GW-1,2026-11-21T15:20:00+08:00";

    private static List<StatementLine> read(String... lines) throws InvalidInput {
        return StatementFile.read(
                (StatementFile.HEADER + "\r\n" + String.join("\r\n", lines)).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> refused(byte[] file) {
        return catchThrowableOfType(InvalidInput.class, () -> StatementFile.read(file)).errors().stream()
                .map(e -> e.pointer() + " " + e.code())
                .toList();
    }

    private static List<String> refused(String... lines) {
        return refused((StatementFile.HEADER + "\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineBecomesWhatItSays() throws InvalidInput {
        assertThat(read(GOOD, "", "SETTLEMENT,CHARGE,CO-1,,0.5,CNY,SETTLED,\"ST,\"\"1\"\"\",2026-11-21T07:20:00Z"))
                .containsExactly(
                        new StatementLine(
                                StatementLine.Source.GATEWAY,
                                Moved.Kind.REFUND,
                                "RF-1",
                                "P1",
                                16800,
                                "CNY",
                                StatementLine.State.SETTLED,
                                "GW-1",
                                Instant.parse("2026-11-21T07:20:00Z")),
                        new StatementLine(
                                StatementLine.Source.SETTLEMENT,
                                Moved.Kind.CHARGE,
                                "CO-1",
                                null,
                                50,
                                "CNY",
                                StatementLine.State.SETTLED,
                                "ST,\"1\"",
                                Instant.parse("2026-11-21T07:20:00Z")));
    }

    @Test
    void aByteOrderMarkIsNoFault() throws InvalidInput {
        var file = ("\uFEFF" + StatementFile.HEADER + "\n" + GOOD).getBytes(StandardCharsets.UTF_8);
        assertThat(StatementFile.read(file)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"168, CNY, 16800", "168.5, CNY, 16850", "0.01, CNY, 1", "168, JPY, 168", "1.234, KWD, 1234"})
    void amountsAreExactInEveryCurrency(String amount, String currency, long minor) throws InvalidInput {
        var line = GOOD.replace("168.00", amount).replace("CNY", currency);
        assertThat(read(line).get(0).amount()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "168.00 | 168.001 | INVALID",
                "168.00 | -1 | INVALID",
                "168.00 | 1e5 | INVALID",
                "168.00 | 99999999999.00 | OUT_OF_RANGE",
                "GATEWAY | BANK | UNKNOWN_CODE",
                "REFUND | REFUNDS | UNKNOWN_CODE",
                "SETTLED | DONE | UNKNOWN_CODE",
                "CNY | RMB | UNKNOWN_CODE",
                "+08:00 | '' | INVALID",
                ",RF-1, | ,, | INVALID",
                ",GW-1 | '' | INVALID",
                "RF-1 | \"RF-1 | INVALID"
            })
    void aBadLineIsNamedByItsNumber(String part, String instead, String code) {
        assertThat(refused(GOOD.replace("GW-1", "GW-0"), GOOD.replace(part, instead)))
                .containsExactly("/file/3 " + code);
    }

    @Test
    void everyBadLineIsNamedAndTheSameLineTwiceIsOne() {
        assertThat(refused("x", GOOD, GOOD, "y"))
                .containsExactly("/file/2 INVALID", "/file/4 DUPLICATE", "/file/5 INVALID");
    }

    @Test
    void filesThatAreNoStatementAreRefused() {
        assertThat(refused("a,b\n1,2".getBytes(StandardCharsets.UTF_8))).containsExactly("/file/1 INVALID");
        assertThat(refused(new byte[] {(byte) 0xff, (byte) 0xfe, 0})).containsExactly("/file INVALID");
        assertThat(refused("")).containsExactly("/file REQUIRED");
        var many = new String[StatementFile.MOST_LINES + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = GOOD.replace("GW-1", "GW-" + i);
        }
        assertThat(refused(many)).containsExactly("/file TOO_MANY");
    }
}
