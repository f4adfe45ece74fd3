package makegood.reviews;

import java.util.Set;
import java.util.stream.Collectors;
import makegood.cases.CaseShown;
import makegood.texts.TextCheck;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people who work on a review see beside the case. */
@Component
class ReviewShown {
    private static final Set<String> ELEMENTS = Set.of(
            "Task_JudgeReview",
            "Task_LookAtReview",
            "Task_ContactAuthor",
            "Task_FindCause",
            "Task_AnswerReview",
            "Task_ReadReply",
            "Task_CollectEvidence",
            "Task_DecideAppeal");

    private final ReviewCases rows;
    private final AuthorContacts contacts;
    private final PublicReply reply;

    ReviewShown(ReviewCases rows, AuthorContacts contacts, PublicReply reply) {
        this.rows = rows;
        this.contacts = contacts;
        this.reply = reply;
    }

    @EventListener
    void on(CaseShown shown) {
        var row = ELEMENTS.contains(shown.element()) ? rows.find(shown.caseNumber()) : null;
        if (row == null) {
            return;
        }
        var proposal = shown.proposal();
        proposal.put("sign", row.reviewSign.name());
        proposal.put("replyText", reply.draft(row));
        proposal.put(
                "tries",
                contacts.of(shown.caseNumber()).stream()
                        .map(t -> t.channel().name())
                        .collect(Collectors.joining(",")));
        if (row.cause != null) {
            proposal.put("reviewCause", row.cause.name());
        }
        toBeRead(shown, row);
    }

    private static void toBeRead(CaseShown shown, ReviewCase row) {
        if (shown.element().equals("Task_ReadReply")) {
            shown.proposal().put("draft", row.replyText);
            shown.proposal().put("draftWhy", TextCheck.wordsOf(row.replyClasses).here());
        }
        if (row.dossierNote != null) {
            shown.proposal().put("dossier", row.dossierNote);
        }
    }
}
