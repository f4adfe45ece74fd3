package makegood.reviews;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.Drafts;
import makegood.cases.OwnRequest;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import makegood.texts.TextPurpose;
import makegood.texts.TextVerdict;
import org.springframework.stereotype.Component;

/** The shop's answer below a review: written, read by the guard and where needed by a lead, published once. */
@Component
class PublicReply {
    private static final int MAX = 1_000;

    enum Decision {
        PUBLISH,
        LEAVE_UNANSWERED
    }

    enum Reading {
        RELEASE,
        RETURN
    }

    private final ReviewCases rows;
    private final Cases cases;
    private final Drafts drafts;
    private final Clock clock;

    PublicReply(ReviewCases rows, Cases cases, Drafts drafts, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** PUBLISH, SECOND_LOOK or LEFT_UNANSWERED. */
    String written(String caseNumber, Answers answers) throws BusinessRefusal {
        var decision = answers.optional("decision", Decision.class).orElse(Decision.PUBLISH);
        boolean leave = decision == Decision.LEAVE_UNANSWERED;
        var text = leave ? "" : answers.requiredText("replyText", MAX);
        answers.check();
        if (leave) {
            cases.note(caseNumber, "REPLY", new Text("The review is left unanswered.", "不公开回复该评价。"));
            return "LEFT_UNANSWERED";
        }
        var check = drafts.read(caseNumber, "replyText", text, TextPurpose.PUBLIC_REPLY);
        boolean read = check.verdict() == TextVerdict.SECOND_LOOK && !ReplyScripts.isOne(text);
        var row = rows.get(caseNumber);
        row.replyText = text;
        row.replyBy = Caller.current().account();
        row.replyClasses = read ? check.codes() : null;
        cases.note(caseNumber, "REPLY", new Text("Reply written: " + text, "已拟写回复：" + text));
        return read ? "SECOND_LOOK" : "PUBLISH";
    }

    /** Whether a second person releases the words. */
    boolean read(String caseNumber, Answers answers) throws BusinessRefusal {
        var reading = answers.required("decision", Reading.class);
        answers.check();
        boolean released = reading == Reading.RELEASE;
        if (released && Caller.current().account().equals(rows.get(caseNumber).replyBy)) {
            throw new OwnRequest();
        }
        cases.note(
                caseNumber,
                "REPLY",
                released
                        ? new Text("A second person released the reply.", "第二人已放行回复。")
                        : new Text("The reply went back to its writer.", "回复退回修改。"));
        return released;
    }

    Map<String, Object> toPublish(String caseNumber) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("reviewId", cases.get(caseNumber).review().reviewId());
        payload.put("text", rows.get(caseNumber).replyText);
        return payload;
    }

    void published(String caseNumber) {
        rows.get(caseNumber).repliedAt = clock.instant();
        cases.note(caseNumber, "REPLY", new Text("The reply is published.", "回复已发布。"));
    }

    void refused(String caseNumber) {
        cases.note(
                caseNumber,
                "REPLY",
                new Text("The marketplace did not take the reply; it must be written anew.", "平台未接受该回复，请重新拟写。"));
    }

    /** What the form starts with: the last draft, else the script of the cause. */
    String draft(ReviewCase row) {
        if (row.replyText != null) {
            return row.replyText;
        }
        var language = Locale.forLanguageTag(cases.get(row.caseNumber).language());
        return ReplyScripts.of(row.cause).in(language);
    }
}
