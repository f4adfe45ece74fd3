package makegood.journeys;

import java.util.Map;

/** A sale and the case about it, brought to the step that a test is about. */
record Returned(Sale sale, PlayedCase played) {
    private static final String SKU = "DJ-2201-BK-L";

    /** One piece, signed three days ago; what is asked for is {@code "RETURN_REFUND NO_REASON_7D"}. */
    static Returned asked(Shop shop, String wish, long paid, boolean intact) {
        return asked(shop, wish, paid, intact, Map.of());
    }

    static Returned asked(Shop shop, String wish, long paid, boolean intact, Map<String, Object> more) {
        return asked(
                shop, wish, shop.sale().line(SKU, 1, paid).paid("ALIPAY", paid).signed(3), intact, more);
    }

    static Returned asked(Shop shop, String wish, Sale sale, boolean intact, Map<String, Object> more) {
        shop.sold(sale);
        var words = wish.split(" ");
        var request = Shop.request(sale, words[0], words[1], "", "不合适，想退");
        request.put("goodsIntact", intact);
        request.putAll(more);
        return new Returned(sale, shop.opened("agent", request));
    }

    /** An ordinary return whose parcel has reached the warehouse. */
    static Returned arrived(Shop shop, long paid) {
        var back = asked(shop, "RETURN_REFUND NO_REASON_7D", paid, true);
        back.played.goodsComeBack();
        return back;
    }

    /** Clear use was found: the table gives half. */
    static Returned worn(Shop shop, long paid) {
        var back = arrived(shop, paid);
        back.found(1, "C", "USED_BEYOND_INSPECTION");
        return back;
    }

    void found(int pieces, String grade, String finding) {
        played.completes(
                "warehouse",
                "Task_InspectReturnedGoods",
                Map.of("receivedQuantity_1", pieces, "goodsGrade_1", grade, "finding_1", finding));
    }

    long refunded() {
        return played.show().at("/money/refunded/amount").asLong();
    }

    long pending() {
        return played.show().at("/money/pending/amount").asLong();
    }

    String payment() {
        return sale.payment(1);
    }
}
