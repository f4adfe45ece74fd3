package makegood.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makegood.texts.Sentences.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sentences of both kinds (rules.md 5.1): the page's own, those that the guard learnt from, and some hundred that it has
 * never seen: neither a rule was mended nor anything learnt from the {@code unseen} ones, and it must stay so.
 */
class TextGuardTests {
    private static final TextGuard GUARD = new TextGuard();

    static List<Sentence> refused() {
        return Sentences.of("paper-refused");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatThePageRefusesIsRefusedForThatReason(Sentence sentence) {
        var check = sentence.checkedBy(GUARD);
        assertThat(check.verdict()).isEqualTo(TextVerdict.REFUSE);
        assertThat(check.classes()).contains(TextClass.valueOf(sentence.group()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper-refused", "paper-unread", "public-unread"})
    void nothingThatMustNotLeavePasses(String file) {
        assertThat(passing(file)).isEmpty();
    }

    @Test
    void whatItHasLearntAndNeverSeenIsHeldBack() {
        assertThat(passing("learnt-unread"))
                .hasSizeLessThanOrEqualTo(Sentences.of("learnt-unread").size() / 200);
        assertThat(passing("unseen-unread")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper-harmless", "learnt-harmless", "unseen-harmless"})
    void ofFiftyHarmlessOnesAtMostOneIsRefused(String file) {
        var judged = judged(file);
        var refused = texts(judged, TextVerdict.REFUSE);
        assertThat(refused).as("refused").hasSizeLessThanOrEqualTo(judged.size() / 50);
    }

    /** A second look costs a lead's minute, for each wording once. */
    @Test
    void ofTheHarmlessThatItHasNeverHeardAQuarterPassAtOnce() {
        var sentences = Sentences.of("unseen-harmless");
        assertThat(passing("unseen-harmless")).hasSizeGreaterThan(sentences.size() / 4);
    }

    @Test
    void whatEveryShopSaysAllDayLeavesAtOnce() {
        assertThat(Lines.of("/texts/everyday.txt"))
                .hasSizeGreaterThan(100)
                .allSatisfy(words -> assertThat(GUARD.check(words, TextPurpose.MESSAGE))
                        .as(words)
                        .isEqualTo(TextCheck.PASSED));
        assertThat(GUARD.check("Sorry for the trouble! 退款已提交，预计5天内到账。", TextPurpose.MESSAGE))
                .isEqualTo(TextCheck.PASSED);
        assertThat(GUARD.check("今天补发。五星好评返现。", TextPurpose.MESSAGE).verdict()).isEqualTo(TextVerdict.REFUSE);
    }

    private static List<String> passing(String file) {
        return texts(judged(file), TextVerdict.PASS);
    }

    private static List<String> texts(Map<Sentence, TextVerdict> judged, TextVerdict verdict) {
        return judged.entrySet().stream()
                .filter(e -> e.getValue() == verdict)
                .map(e -> e.getKey().text())
                .toList();
    }

    /** What the guard says of them, printed too; read side by side, there are thousands. */
    private static Map<Sentence, TextVerdict> judged(String file) {
        var judged = Sentences.of(file).parallelStream()
                .collect(Collectors.toConcurrentMap(
                        s -> s, s -> s.checkedBy(GUARD).verdict(), (one, same) -> one));
        var counts = judged.values().stream()
                .collect(Collectors.groupingBy(verdict -> verdict, TreeMap::new, Collectors.counting()));
        System.out.println("Text guard, " + file + ": " + counts);
        return judged;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "如您愿意,可按真实体验更新评价,是否更新完全由您决定",
                "如您愿意，可按真实体验更新评价，是否更新完全由您决定。",
                "You are free to update your review to match your experience; our help does not depend on it."
            })
    void theNeutralInvitationPassesUnchanged(String invitation) {
        for (var purpose : TextPurpose.values()) {
            assertThat(GUARD.check(invitation, purpose)).isEqualTo(TextCheck.PASSED);
        }
        assertThat(GUARD.check(invitation + " 谢谢", TextPurpose.MESSAGE).verdict())
                .isEqualTo(TextVerdict.SECOND_LOOK);
    }

    static Stream<String> spellings() {
        return Stream.of("好评返现", "五星好评领红包", "leave 5 stars and get a coupon")
                .flatMap(words -> Stream.of(
                        words,
                        String.join(" ", words.split("")),
                        String.join("\u200b", words.split("")),
                        String.join("\n", words.split("")),
                        words.toUpperCase(java.util.Locale.ROOT),
                        words.replace("评", "評")
                                .replace("现", "現")
                                .replace("红", "紅")
                                .replace("领", "領"),
                        words.replace("好评", "恏评").replace("star", "st4r"),
                        words.replace("好评", "好坪").replace("coupon", "c.o.u.p.o.n"),
                        words.replace("好评", "hao评").replace("5 stars", "⭐⭐⭐⭐⭐"),
                        words.replace("返现", "返x现").replace("五星", "5⭐").replace("5 stars", "５ ｓｔａｒｓ"),
                        words.replace("返现", "fan现").replace("红包", "🧧").replace("a coupon", "💰"),
                        words.replace("评", "🌹评").replace("coupon", "c0upоn")));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void noSpellingHidesIt(String disguised) {
        assertThat(GUARD.check(disguised, TextPurpose.MESSAGE).verdict()).isNotEqualTo(TextVerdict.PASS);
    }

    @Test
    void aPromiseAndItsReviewMayStandInNeighbouringSentences() {
        var check = GUARD.check("五星好评哦。截图发我，红包马上到。", TextPurpose.MESSAGE);
        assertThat(check.classes()).contains(TextClass.INCENTIVE_FOR_REVIEW);
    }

    @Test
    void personalDataIsRefusedWhereThePublicReads() {
        var words = "电话13800000001";
        assertThat(GUARD.check(words, TextPurpose.PUBLIC_REPLY).verdict()).isEqualTo(TextVerdict.REFUSE);
        assertThat(GUARD.check(words, TextPurpose.PARCEL_CARD).verdict()).isEqualTo(TextVerdict.REFUSE);
        assertThat(GUARD.check(words, TextPurpose.MESSAGE).verdict()).isEqualTo(TextVerdict.SECOND_LOOK);
        assertThat(GUARD.check("单号 SF0000000000001 已发出", TextPurpose.MESSAGE)).isEqualTo(TextCheck.PASSED);
    }

    @ParameterizedTest
    @EnumSource(TextClass.class)
    void everyReasonNamesItsBasisAndALawfulWordingInBothLanguages(TextClass reason) {
        for (var text : List.of(reason.title(), reason.basis(), reason.lawfulWording())) {
            assertThat(text.en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
            assertThat(text.zh()).isNotBlank().containsPattern("\\p{IsHan}");
        }
    }

    /** The way out that the guard offers must not end at the guard. */
    @ParameterizedTest
    @EnumSource(TextClass.class)
    void noLawfulWordingIsRefused(TextClass reason) {
        for (var words :
                List.of(reason.lawfulWording().en(), reason.lawfulWording().zh())) {
            assertThat(GUARD.check(words, TextPurpose.PUBLIC_REPLY).verdict())
                    .as(words)
                    .isNotEqualTo(TextVerdict.REFUSE);
        }
    }

    @Test
    void longTextsAreReadInReasonableTime() {
        for (var piece :
                List.of("给", "好评", "改", "review ", "a ", "1 ", "$", "先改评价再退", "please change it to ", "，", "。")) {
            var text = piece.repeat(TextGuard.MAX / piece.length());
            org.junit.jupiter.api.Assertions.assertTimeout(
                    Duration.ofSeconds(10), () -> GUARD.check(text, TextPurpose.PUBLIC_REPLY), piece);
        }
    }

    @Test
    void nothingPassesAsNothing() {
        assertThatCode(() -> GUARD.check(null, TextPurpose.NOTE)).doesNotThrowAnyException();
        assertThat(GUARD.check(" \n", TextPurpose.NOTE)).isEqualTo(TextCheck.PASSED);
    }
}
