package makegood.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import makegood.texts.TextGuard;
import makegood.texts.TextPurpose;
import makegood.texts.TextVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewSignsTests {
    private final TextGuard guard = new TextGuard();
    private final ReviewSigns signs = new ReviewSigns(guard);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 烂脸了                                     | HAZARD
            2 | The charger started smoking               | HAZARD
            1 | 客服电话13000000001，大家去打               | PRIVATE_DATA
            1 | 不给我200红包就一星                         | EXTORTION
            2 | Send me 20 dollars or I leave one star    | EXTORTION
            1 | 别买了，去隔壁店买                          | COMPETITOR
            1 | 店家就是骗子                               | ABUSE
            5 | 刚到就坏了                                 | MISTAKE
            5 | 好看，喜欢                                 | NONE
            1 | 问个尺码半天没人理，衣服还行，这服务一星      | NONE
            2 | 粉底液漏了半瓶，包装太差                     | NONE
            2 | 台灯用三天底座掉漆，心疼钱                   | NONE
            3 | 码数偏大，鞋底硬                            | NONE
            2 | 申请退款半天没人理，只能给个差评             | NONE
            1 | The colour of the firewood rack is off    | NONE
            2 | 垃圾质量                                   | NONE
            """)
    void wordsRaiseASuspicionOrNot(int rating, String text, ReviewSign sign) {
        assertThat(signs.of(rating, text, null).sign()).isEqualTo(sign);
    }

    @Test
    void harmToHealthIsSeenBesideTheDemandForMoney() {
        var guess = signs.of(1, "烂脸了", "不给我200红包就一星");
        assertThat(guess.sign()).isEqualTo(ReviewSign.HAZARD);
        assertThat(guess.health()).isTrue();
    }

    @Test
    void noWordsAreNoSuspicion() {
        assertThat(signs.of(1, null, null).sign()).isEqualTo(ReviewSign.NONE);
    }

    @Test
    void scriptsAreLawfulInBothLanguages() {
        for (var cause : ReviewCause.values()) {
            var script = ReplyScripts.of(cause);
            for (var text : new String[] {script.en(), script.zh()}) {
                assertThat(guard.check(text, TextPurpose.PUBLIC_REPLY).verdict())
                        .as(text)
                        .isNotEqualTo(TextVerdict.REFUSE);
                assertThat(ReplyScripts.isOne(text)).isTrue();
            }
        }
    }
}
