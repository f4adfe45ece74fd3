package makegood.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a parcel was signed for far from where it should go. Both are free text, so only what they say of province, city
 * and district counts, and a place that names none ("front desk", "驿站") is never far: a false alarm asks a customer who
 * has the goods in hand.
 */
final class SignedPlace {
    private static final Pattern GENERIC = Pattern.compile("菜鸟|驿站|丰巢|快递柜|智能柜|代收点?|自提点?|前台|门卫|物业|保安|收发室|家门口|门口|营业部|营业点"
            + "|营业厅|服务站|服务点|网点|站点|分拨中心|分拨|转运中心|中转|集散|快递|便利店|超市|退货仓|退件|仓库|本人|家人|同事|签收|已|由|在");
    private static final Pattern DIVISIONS = Pattern.compile("特别行政区|自治区|自治州|自治县|[省市区县旗盟镇乡]");
    private static final Pattern DISTRICT = Pattern.compile("(?<!自治|行政)区|县|旗");
    private static final Set<String> GENERIC_WORDS = Set.of(
            "front",
            "desk",
            "door",
            "locker",
            "reception",
            "depot",
            "hub",
            "station",
            "pickup",
            "point",
            "neighbour",
            "signed",
            "customer",
            "parcel",
            "shop",
            "home",
            "house",
            "street",
            "road",
            "avenue",
            "test",
            "city",
            "district",
            "province",
            "warehouse",
            "mailbox",
            "office");
    private static final int HEAD = 16;

    private SignedPlace() {}

    /** {@code address} never leaves: only the answer does. */
    static boolean farFrom(String place, String address) {
        if (place == null || address == null) {
            return false;
        }
        var named = GENERIC.matcher(place).replaceAll(" ");
        if (chinese(named) && chinese(address)) {
            return pairs(named).size() > 0 && pairs(head(address)).stream().noneMatch(named::contains);
        }
        var words = words(place);
        return !words.isEmpty()
                && !words(address).isEmpty()
                && words.stream().noneMatch(address.toLowerCase(Locale.ROOT)::contains);
    }

    /** Up to the district: streets of the same name are everywhere. */
    private static String head(String address) {
        var district = DISTRICT.matcher(address);
        return district.find()
                ? address.substring(0, district.end())
                : address.substring(0, Math.min(HEAD, address.length()));
    }

    /** Names of places as pairs of characters, so that 浙江杭州 and 浙江省杭州市 have something in common. */
    private static List<String> pairs(String text) {
        return Arrays.stream(DIVISIONS.matcher(text).replaceAll(" ").split("[^\\p{IsHan}]+"))
                .filter(run -> run.length() >= 2)
                .flatMap(run ->
                        java.util.stream.IntStream.range(0, run.length() - 1).mapToObj(i -> run.substring(i, i + 2)))
                .toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(word -> word.length() > 3 && !GENERIC_WORDS.contains(word))
                .toList();
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
