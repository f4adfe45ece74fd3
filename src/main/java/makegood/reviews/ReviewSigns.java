package makegood.reviews;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import makegood.texts.TextClass;
import makegood.texts.TextGuard;
import makegood.texts.TextPurpose;
import org.springframework.stereotype.Component;

/**
 * What the words of a review may mean besides an opinion. Patterns only guess: whatever they suspect is judged by a
 * person before anything follows from it, and an ordinary bad review goes its way unsuspected.
 */
@Component
class ReviewSigns {
    /** {@code health}: the words name harm to people. */
    record Guess(ReviewSign sign, boolean health) {}

    private static final Pattern HAZARD = either(
            "着火|起火|冒烟|烧焦|爆炸|漏电|触电|电到|烫伤|烧伤|灼伤|过敏|中毒|住院|流血|出血|割伤|扎伤|烂脸|红肿|起疹|鼓包|窒息|呕吐|拉肚子",
            "fire|smok(e|ing)|burn(s|ed|t)?|explod\\w+|electric shock|electrocuted|allerg\\w+|rash|poison\\w*|hospital"
                    + "|bleed\\w*|injur\\w+|chok(e|ed|ing)|swollen|vomit\\w*");
    private static final Pattern EXTORTION = either(
            "(不给|不赔|不转|给我|转我|赔我|补我|要).{0,12}(红包|钱|元|块|现金|\\d).{0,16}(差评|[一1]星|删|改|追评)"
                    + "|(差评|[一1]星|曝光).{0,12}(除非|不然|否则).{0,8}(给|赔|转|补)",
            "(pay|send|give) me .{0,40}\\b(or|unless|otherwise)\\b.{0,40}(star|review)"
                    + "|(one|1|bad) star.{0,30}unless you (pay|send|give)");
    private static final Pattern RIVAL = either(
            "(去|来|到|找).{0,3}(隔壁|我们|我家|我的).{0,4}(店|旗舰)|同行|我是做这行",
            "(visit|come to|buy (at|from)) (my|our) (shop|store)|instead buy at");
    private static final Pattern ABUSE = either(
            "傻[逼叉bB]|sb店|骗子|去死|妈的|他妈|王八|混蛋|畜生|贱人", "idiots?|scum|fuck\\w*|assholes?|morons?|go to hell|bastards?");
    private static final Pattern TROUBLE = either(
            "太差|很差|坏了|破了|难用|失望|后悔|退货|投诉|不好用|掉色|掉漆|质量问题|没人理|漏了|少了|发错",
            "broken|broke|disappoint\\w*|refund|complain\\w*|defect\\w*|never again|does not work|doesn't work|missing|wrong item");

    private final TextGuard guard;

    ReviewSigns(TextGuard guard) {
        this.guard = guard;
    }

    /** The weightiest suspicion; {@code statement} is what else the customer said. */
    Guess of(int rating, String text, String statement) {
        var words = (text == null ? "" : text) + "\n" + (statement == null ? "" : statement);
        var found = new LinkedHashMap<ReviewSign, Boolean>();
        boolean hazard = HAZARD.matcher(words).find();
        found.put(ReviewSign.HAZARD, hazard);
        found.put(ReviewSign.PRIVATE_DATA, personal(text));
        found.put(ReviewSign.EXTORTION, EXTORTION.matcher(words).find());
        found.put(ReviewSign.COMPETITOR, RIVAL.matcher(words).find());
        found.put(ReviewSign.ABUSE, ABUSE.matcher(words).find());
        found.put(ReviewSign.MISTAKE, rating >= 4 && TROUBLE.matcher(words).find());
        var sign = found.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ReviewSign.NONE);
        return new Guess(sign, hazard);
    }

    private boolean personal(String text) {
        return guard.check(cut(text), TextPurpose.PUBLIC_REPLY).classes().contains(TextClass.PERSONAL_DATA);
    }

    private static String cut(String text) {
        return text == null || text.length() <= TextGuard.MAX ? text : text.substring(0, TextGuard.MAX);
    }

    private static Pattern either(String zh, String en) {
        return Pattern.compile("(" + zh + ")|\\b(" + en + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
