package makegood.cases;

import java.util.Map;
import makegood.platform.Text;

/** The stages of clocks in words, for the timeline. A stage that has none is named by its code. */
final class ClockWords {
    private static final Map<String, Text> STAGES = Map.ofEntries(
            Map.entry("FIRST_RESPONSE", new Text("first answer", "首次响应")),
            Map.entry("NEXT_RESPONSE", new Text("next answer", "后续答复")),
            Map.entry("UNANSWERED_1", new Text("chat without an answer", "聊天未回复")),
            Map.entry("UNANSWERED_2", new Text("chat still without an answer", "聊天仍未回复")),
            Map.entry("TRIAGE", new Text("triage", "分诊")),
            Map.entry("REVIEW_REQUEST", new Text("review", "审核")),
            Map.entry("APPROVAL", new Text("approval", "审批")),
            Map.entry("INSPECT", new Text("inspection", "质检")),
            Map.entry("REFUND_EXECUTE", new Text("pay-out", "付款")),
            Map.entry("REFUND_LEGAL", new Text("refund due by law", "法定退款期限")),
            Map.entry("REFUND_PROMISE", new Text("promised refund", "承诺退款时间")),
            Map.entry("CUSTOMER_SHIP_BACK", new Text("sending back", "客户寄回")),
            Map.entry("REFUND_DECIDE", new Text("platform, decide the refund", "平台处理退款")),
            Map.entry("RETURN_DECIDE", new Text("platform, decide the return", "平台处理退货")),
            Map.entry("BUYER_SHIP", new Text("platform, customer sends back", "平台买家寄回")),
            Map.entry("RECEIPT_CONFIRM", new Text("platform, confirm receipt", "平台确认收货")),
            Map.entry("DISPUTE_EVIDENCE", new Text("platform, evidence", "平台举证")),
            Map.entry("EVIDENCE_PACK", new Text("evidence for the platform", "向平台举证")),
            Map.entry("DEFAULT", new Text("task", "任务")));

    private ClockWords() {}

    static Text about(String en, String zh, String stage) {
        var words = STAGES.getOrDefault(stage, new Text(stage, stage));
        return new Text(en + ": " + words.en() + ".", zh + "：" + words.zh() + "。");
    }
}
