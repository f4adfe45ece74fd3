package makegood.texts;

import makegood.platform.Text;

/**
 * What a text may not do to a customer (rules.md 5.1), with the law or rule behind it and what may be written instead. A
 * basis that was only read second-hand says so. From {@link #SPEAKS_OF_REVIEWS} on it is no offence and
 * only says why somebody looks again.
 */
public enum TextClass {
    INCENTIVE_FOR_REVIEW(
            "a benefit for a review",
            "以利益换评价",
            Sources.PAID_REVIEWS,
            "Give the compensation for what went wrong, and do not speak of reviews in the same message.",
            "补偿只因问题本身给出，同一条消息里不提评价。"),
    CASHBACK_WORDING(
            "cashback for good reviews",
            "好评返现类用语",
            Sources.PAID_REVIEWS,
            "Leave it out. After the solution the neutral invitation may be sent once.",
            "删去该用语；问题解决后可使用一次中性邀请语。"),
    CHANGE_OR_DELETE_REVIEW(
            "asking to change or delete a review",
            "要求修改或删除评价",
            new Text(
                    "E-Commerce Law art. 39; US 16 CFR 465.7 (read in summary only)",
                    "《电子商务法》第三十九条；美国 16 CFR 465.7（仅见摘要，未核原文）"),
            Sources.INVITATION.en(),
            Sources.INVITATION.zh()),
    ASK_FOR_SENTIMENT(
            "asking for a certain rating",
            "索要指定评价",
            new Text(
                    "Interim Provisions on Online Unfair Competition art. 9(5) (second-hand, not verified)",
                    "《网络反不正当竞争暂行规定》第九条第五项（转引，未核原文）"),
            Sources.INVITATION.en(),
            Sources.INVITATION.zh()),
    CONDITION_ON_REVIEW(
            "help that waits for a review",
            "以评价为处理条件",
            Sources.PAID_REVIEWS,
            "We are handling your request now; it does not depend on any review.",
            "您的问题我们现在就为您处理，与评价无关。"),
    THREAT(
            "a threat",
            "威胁",
            new Text("US 16 CFR 465.7 (read in summary only); civil law", "美国 16 CFR 465.7（仅见摘要，未核原文）；民事法律"),
            "We see this differently and ask the marketplace to look at it.",
            "我们对此有不同意见，已请平台核实。"),
    PITY_PRESSURE(
            "pressure by one's own punishment",
            "以受罚卖惨施压",
            new Text("House rule: it harms the customer's free word", "店铺规则：影响客户真实表达"),
            "We are sorry for the trouble. This is what we can do for you: …",
            "给您添麻烦了，我们可以这样为您处理：……"),
    INSULT(
            "an insult or accusation",
            "侮辱或指责客户",
            new Text("House rule; protection of reputation in civil law", "店铺规则；民法对名誉权的保护"),
            "This is what we found: … If you see it differently, tell us or the marketplace.",
            "我们核实到的情况如下：……如有不同意见，请告诉我们或申请平台介入。"),
    RIGHTS_WAIVER(
            "taking away what the law grants",
            "排除客户法定权利",
            new Text(
                    "SPC Interpretation [2022] No. 8 art. 1 and 3; Measures on Infringing Consumer Rights art. 9(3), 12",
                    "法释〔2022〕8号第一条、第三条；《侵害消费者权益行为处罚办法》第九条第三项、第十二条"),
            "You may open and try the goods; if they stay in good condition you can return them in time.",
            "商品可拆封查验，保持完好即可在期限内退货；质量问题不受影响。"),
    OFF_PLATFORM(
            "moving the talk or the money off the platform",
            "引导脱离平台沟通或付款",
            new Text(
                    "SPC Interpretation [2022] No. 8 art. 5; rules of the marketplace (the shop's own setting)",
                    "法释〔2022〕8号第五条；平台规则（店铺设置）"),
            "Please keep writing to us here; the money goes back the way you paid.",
            "请继续在平台内与我们联系，款项将原路退回。"),
    PERSONAL_DATA(
            "personal data",
            "个人信息",
            new Text(
                    "Personal Information Protection Law; Consumer Protection Law art. 29",
                    "《个人信息保护法》；《消费者权益保护法》第二十九条"),
            "We have written to you about your order in private.",
            "已就您的订单与您单独联系。"),
    SPEAKS_OF_REVIEWS(
            "it speaks of reviews",
            "提到了评价",
            new Text("House rule: such words are read by a second person", "店铺规则：提到评价的文字须由第二人查看"),
            Sources.INVITATION.en(),
            Sources.INVITATION.zh()),
    HINTS_AT_REVIEWS(
            "it may hint at a review",
            "疑似暗指评价",
            new Text("House rule: such words are read by a second person", "店铺规则：此类文字须由第二人查看"),
            Sources.INVITATION.en(),
            Sources.INVITATION.zh()),
    ASKS_TO_TAKE_BACK(
            "it may ask to take back a request or complaint",
            "疑似要求撤回申请或投诉",
            new Text("House rule: such words are read by a second person", "店铺规则：此类文字须由第二人查看"),
            "Your request stays open until it is settled; you need not withdraw anything.",
            "您的申请会一直保留到处理完成，无需撤回。"),
    DISGUISED_SPELLING(
            "words spelled so that they are hard to read",
            "用变形写法规避识别",
            new Text("House rule: what hides is read by a second person", "店铺规则：变形写法须由第二人查看"),
            "Write it plainly.",
            "请用正常写法。"),
    SOUNDS_WRONG(
            "it sounds like words that were held back before",
            "与曾被拦下的用语相近",
            new Text("House rule: such words are read by a second person", "店铺规则：此类文字须由第二人查看"),
            "Say plainly what happened to the order and what you do about it.",
            "请直接说明订单情况和处理办法。"),
    UNREADABLE(
            "the guard cannot read this script or language",
            "系统无法识别的文字",
            new Text("House rule: what is not understood is read by a second person", "店铺规则：无法识别的文字须由第二人查看"),
            "Write in Chinese or English.",
            "请用中文或英文。");

    private final Text title;
    private final Text basis;
    private final Text lawfulWording;

    TextClass(String en, String zh, Text basis, String lawfulEn, String lawfulZh) {
        this.title = new Text(en, zh);
        this.basis = basis;
        this.lawfulWording = new Text(lawfulEn, lawfulZh);
    }

    public Text title() {
        return title;
    }

    public Text basis() {
        return basis;
    }

    public Text lawfulWording() {
        return lawfulWording;
    }

    /** One sentence: what it is, why it may not leave, what may be written instead. */
    Text words() {
        return new Text(
                "Found: " + title.en() + " (" + basis.en() + "). Lawful instead: " + lawfulWording.en(),
                "发现：" + title.zh() + "（依据：" + basis.zh() + "）。可以这样写：" + lawfulWording.zh());
    }

    /** What several classes rest on. */
    private static final class Sources {
        static final Text PAID_REVIEWS = new Text(
                "Interim Provisions on Online Unfair Competition art. 9(5) (second-hand, not verified); US 16 CFR 465.4",
                "《网络反不正当竞争暂行规定》第九条第五项（转引，未核原文）；美国 16 CFR 465.4");
        static final Text INVITATION = TextGuard.INVITATION;
    }
}
