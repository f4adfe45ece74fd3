package makegood.reviews;

import makegood.platform.Text;

/** The shop's approved words below a review, by cause. Unchanged they need no second reader: no offers, no data, no word on stars. */
final class ReplyScripts {
    private static final Text USUAL = new Text(
            "We are sorry that this was not as it should be, and thank you for telling us openly. We have looked into it and are in touch with you through the shop's chat to put it right.",
            "很抱歉没有让您满意，感谢您如实告诉我们。我们已核实情况，并会通过店铺客服与您联系、妥善处理。");

    private ReplyScripts() {}

    static Text of(ReviewCause cause) {
        return cause == null
                ? USUAL
                : switch (cause) {
                    case PRODUCT ->
                        new Text(
                                "We are sorry that the goods were not as they should be. We have passed your finding on to our product team and are in touch with you through the shop's chat to put it right.",
                                "很抱歉商品没有达到应有的品质。您反映的问题已转给产品部门核查，我们会通过店铺客服与您联系、妥善处理。");
                    case DESCRIPTION ->
                        new Text(
                                "Thank you for pointing this out. We are checking our product page against the goods and will correct what is not right.",
                                "感谢您指出问题。我们正在对照实物核对商品页面，说明不准确之处会尽快更正。");
                    case LOGISTICS, PACKAGING ->
                        new Text(
                                "We are sorry for how the parcel reached you. We have taken it up with those who packed and carried it, and are in touch with you through the shop's chat.",
                                "很抱歉包裹送达时出现这样的情况。我们已向打包和运输环节核实，并会通过店铺客服与您联系。");
                    case SERVICE, AFTER_SALES ->
                        new Text(
                                "We are sorry that you waited and were not helped as you should have been. We have looked at the conversation and talked it through in our team.",
                                "很抱歉让您久等，没有及时帮到您。我们已查看沟通记录，并在团队内检讨改进。");
                    default -> USUAL;
                };
    }

    static boolean isOne(String text) {
        for (var cause : ReviewCause.values()) {
            if (of(cause).en().equals(text) || of(cause).zh().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
