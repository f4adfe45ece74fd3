package makegood.reviews;

import java.util.EnumSet;
import java.util.Set;
import makegood.cases.CaseFacts;
import makegood.cases.Reason;
import makegood.platform.Answers;

/** What may be given for what was found: nothing for malice, and dangerous goods come back at our cost. */
final class RemedyRules {
    private static final Set<ReviewSign> MALICE = EnumSet.of(ReviewSign.EXTORTION, ReviewSign.COMPETITOR);
    private static final Set<ReviewRemedy> BRING_BACK = EnumSet.of(ReviewRemedy.RETURN_REFUND, ReviewRemedy.EXCHANGE);

    private RemedyRules() {}

    static void check(CauseFinding.Found found, ReviewSign sign, CaseFacts c, boolean reachable, Answers answers) {
        answers.require(
                !found.malicious() || found.remedy() == ReviewRemedy.NONE,
                "remedy",
                "NOTHING_FOR_MALICE",
                "nothing is given where malice is suspected",
                "疑似恶意时不给予任何补偿");
        answers.require(
                !found.malicious() || found.sign().filter(MALICE::contains).isPresent(),
                "sign",
                "REQUIRED",
                "EXTORTION or COMPETITOR",
                "请选择索要钱财或疑似同行");
        answers.require(
                found.remedy().procedure().isEmpty() || c.orderNumber() != null,
                "remedy",
                "ORDER_NEEDED",
                "without an order only words can help",
                "没有订单时只能沟通说明");
        answers.require(
                !found.remedy().takesPieces() || found.reason().isPresent(),
                "reason",
                "REQUIRED",
                "for what reason?",
                "请选择原因");
        answers.require(
                reachable || found.message().isEmpty(),
                "messageToCustomer",
                "NOBODY_TO_WRITE_TO",
                "no customer is known; answer in public",
                "没有可联系的客户，请公开回复");
        if (sign == ReviewSign.HAZARD && !found.malicious() && c.orderNumber() != null) {
            dangerous(found, answers);
        }
    }

    /** Safety is always taken back at the seller's cost, unless somebody says why there is nothing to take back. */
    private static void dangerous(CauseFinding.Found found, Answers answers) {
        answers.require(
                BRING_BACK.contains(found.remedy()) || !found.hazardNote().isEmpty(),
                "hazardNote",
                "GOODS_STAY_WITH_THE_CUSTOMER",
                "the review names a danger: take the goods back, or say why they stay",
                "评价提到安全隐患：应收回商品，不收回须写明原因");
        answers.require(
                !BRING_BACK.contains(found.remedy())
                        || found.reason().filter(r -> r == Reason.SAFETY_HAZARD).isPresent(),
                "reason",
                "DANGER_NAMED",
                "SAFETY_HAZARD: the goods come back at our cost",
                "应选择安全隐患，由我方承担费用收回商品");
    }
}
