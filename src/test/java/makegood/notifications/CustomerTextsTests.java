package makegood.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;

class CustomerTextsTests {
    private final CustomerTexts texts = new CustomerTexts();

    @Test
    void everyMessageOfEveryModelHasItsTextInBothLanguages() {
        var elements = messages();
        assertThat(elements).contains("Task_TellWhereToSend", "Task_AskForEvidence");
        for (var language : List.of("en", "zh")) {
            assertThat(elements)
                    .allSatisfy(element -> assertThat(texts.text(
                                    element, null, language, Map.of("heldText", "Words that were released.")))
                            .as(element + " in " + language)
                            .hasSizeGreaterThan(10));
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        var en = bundle("en");
        var zh = bundle("zh");
        assertThat(en.keySet()).isEqualTo(zh.keySet());
        assertThat(en.keySet())
                .allSatisfy(key -> assertThat(facts(en.getString(key))).as(key).isEqualTo(facts(zh.getString(key))));
    }

    @Test
    void textFollowsTheLanguageOfTheStoreAndNotOfTheServer() {
        assertThat(texts.text("Task_TellRefundPaid", null, "en", Map.of())).contains("Your refund");
        assertThat(texts.text("Task_TellRefundPaid", null, "zh", Map.of())).contains("退款");
    }

    @Test
    void factsAreFilledInWordForWord() {
        var facts = Map.of("orderNumber", "O-$1", "refundAmount", "339.15", "currency", "CNY");
        assertThat(texts.text("Task_TellRefundApproved", null, "en", facts))
                .contains("Your refund of 339.15 CNY for order O-$1 is approved");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(CustomerTexts.fill("Paid[ {amount} {currency}].[ {more}]", Map.of("amount", "1.00")))
                .isEqualTo("Paid.");
    }

    @Test
    void outcomeMayHaveWordsOfItsOwn() {
        assertThat(texts.text("Task_TellOutcome", "WITHDRAWN", "en", Map.of())).contains("withdrawn");
        assertThat(texts.text("Task_TellOutcome", "RESOLVED_FULL", "en", Map.of("outcomeText", "Resolved in full")))
                .contains("finished: Resolved in full.");
    }

    @Test
    void messageThatClosesAReturnNeverSentSaysHowToAskAgain() {
        assertThat(texts.text("Task_TellOutcome", "NOT_RETURNED", "en", Map.of()))
                .containsOnlyOnce("Start a new request");
    }

    @Test
    void elementWithoutTextIsRefused() {
        assertThatThrownBy(() -> texts.text("Task_Unheard", null, "en", Map.of()))
                .isInstanceOf(MissingResourceException.class);
    }

    private static List<String> messages() {
        return Arrays.stream(new File("processes").listFiles((d, name) -> name.endsWith(".bpmn")))
                .flatMap(f -> Bpmn.readModelFromFile(f).getModelElementsByType(ServiceTask.class).stream())
                .filter(t -> "notification.send".equals(t.getCamundaTopic()))
                .map(ServiceTask::getId)
                .toList();
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("messages/customer", Locale.forLanguageTag(language));
    }

    private static List<String> facts(String text) {
        return java.util.regex.Pattern.compile("\\{[A-Za-z]+}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .sorted()
                .distinct()
                .toList();
    }
}
