package makegood.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import makegood.platform.FieldError;
import makegood.platform.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSettingsTests {
    @Test
    void theNextTimeOfDayGoesByTheStoresClocksAndIsNeverNow() {
        var shanghai = Settings.of("{}");
        var nine = LocalTime.of(9, 0);
        assertThat(shanghai.next(nine, Instant.parse("2026-11-24T00:59:59Z")))
                .isEqualTo(Instant.parse("2026-11-24T01:00:00Z"));
        assertThat(shanghai.next(nine, Instant.parse("2026-11-24T01:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-25T01:00:00Z"));
    }

    @Test
    void whatIsNotSaidKeepsTheHousesValue() {
        var settings = Settings.of("{'promises':{'noReasonDays':10}}");
        assertThat(settings.promises()).isEqualTo(new Promises(10, 15, 10, 12, 3, false));
        assertThat(settings.limits())
                .isEqualTo(new Limits(
                        7,
                        List.of(3, 6),
                        48,
                        24,
                        72,
                        List.of(5, 30, 120),
                        10,
                        3000,
                        48,
                        500_000,
                        5,
                        2500,
                        new Limits.Exchanges(10, List.of(3, 7, 10), 14, 48, 10),
                        new Limits.Parcels(24, 48, 24, 7, 24, 7),
                        new Limits.Reviews(3, 2, 24, 7, 72)));
        assertThat(settings.zone().getId()).isEqualTo("Asia/Shanghai");
        assertThat(settings.language()).isEqualTo("zh");
    }

    @Test
    void inTheUnionTheHousesValuesAreTheUnions() {
        var settings = Settings.of("{'jurisdiction':'EU','language':'en','zone':'Europe/Paris'}");
        assertThat(settings.promises()).isEqualTo(new Promises(14, 15, 14, 24, 3, false));
        assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "CN, noReasonDays, 6, art. 25, 第二十五条",
        "CN, shopDays, 6, art. 25, 第二十五条",
        "CN, qualityDays, 6, art. 24, 第二十四条",
        "CN, promiseDays, 8, art. 25, 第二十五条",
        "EU, noReasonDays, 13, 2011/83/EU art. 9, 2011/83/EU",
        "EU, warrantyMonths, 23, 2019/771, 2019/771",
        "EU, promiseDays, 15, art. 13, 第 13 条"
    })
    void aPromiseBelowTheLawIsRefusedAndTheLawNamed(
            String jurisdiction, String promise, int days, String en, String zh) {
        var settings = Settings.of("{'jurisdiction':'%s','promises':{'%s':%d}}".formatted(jurisdiction, promise, days));
        var refusal = catchThrowableOfType(BelowStatutoryFloor.class, () -> check(settings));
        assertThat(refusal.code()).isEqualTo("BELOW_STATUTORY_FLOOR");
        assertThat(refusal.errors()).extracting(FieldError::pointer).contains("/promises/" + promise);
        assertThat(refusal.text().en()).contains(en);
        assertThat(refusal.text().zh()).contains(zh);
    }

    @Test
    void theFloorItselfIsAllowed() {
        assertThatCode(() -> check(Settings.of("{'promises':{'noReasonDays':7,'qualityDays':7,'promiseDays':7}}")))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(Settings.of("{'jurisdiction':'ZZ','promises':{'noReasonDays':0}}")))
                .doesNotThrowAnyException();
    }

    @Test
    void everyFaultIsToldWithItsPointer() {
        var wrong = catchThrowableOfType(
                InvalidInput.class,
                () -> Settings.read(
                        "{'zone':'Mars/North','language':'fr',"
                                + "'calendar':{'DESK':'whenever','exceptions':[{'date':'soon','kind':'CLOSED'}]},"
                                + "'promises':{'noReasonDays':'7','qualityDays':1.5},'limits':{'reminderDays':[0]},'colour':'red'}"));
        assertThat(wrong.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/zone",
                        "/language",
                        "/calendar/DESK",
                        "/calendar/exceptions/0/date",
                        "/promises/noReasonDays",
                        "/promises/qualityDays",
                        "/limits/reminderDays",
                        "/colour");
    }

    @Test
    void aPartThatIsListedTwiceIsRefused() {
        assertThatThrownBy(
                        () -> Products.read(
                                "north",
                                "SKU",
                                makegood.platform.Body.of(
                                        new com.fasterxml.jackson.databind.ObjectMapper()
                                                .readTree(
                                                        "{\"parts\":[{\"part\":\"lid\",\"value\":1},{\"part\":\"lid\",\"value\":2}]}"))))
                .isInstanceOf(InvalidInput.class);
    }

    private static void check(StoreSettings settings) throws BelowStatutoryFloor {
        StatutoryFloor.check(settings.jurisdiction(), settings.promises(), settings.limits());
    }
}
