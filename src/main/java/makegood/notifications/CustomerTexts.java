package makegood.notifications;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The sentences of {@code messages/customer_*.properties}. {@code {rma}} stands for a fact; {@code [ … ]} is left out
 * when one of the facts in it is not there.
 */
@Component
class CustomerTexts {
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern FACT = Pattern.compile("\\{([A-Za-z]+)}");

    /** @param variant a more exact case of the element, such as the outcome; falls back to the element's own text */
    String text(String element, String variant, String language, Map<String, String> facts) {
        var texts = ResourceBundle.getBundle(
                "messages/customer",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var key = variant != null && texts.containsKey(element + "." + variant) ? element + "." + variant : element;
        if (!texts.containsKey(key)) {
            throw new MissingResourceException("no text for the customer at " + element, "messages/customer", element);
        }
        return fill(texts.getString(key), facts);
    }

    static String fill(String text, Map<String, String> facts) {
        var kept = OPTIONAL.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(complete(part.group(1), facts) ? part.group(1) : ""));
        return FACT.matcher(kept)
                .replaceAll(fact -> Matcher.quoteReplacement(facts.getOrDefault(fact.group(1), "")))
                .replaceAll(" {2,}", " ")
                .trim();
    }

    private static boolean complete(String part, Map<String, String> facts) {
        return FACT.matcher(part)
                .results()
                .allMatch(fact -> !facts.getOrDefault(fact.group(1), "").isBlank());
    }
}
