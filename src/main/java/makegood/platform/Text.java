package makegood.platform;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** One sentence in the two languages of the house. */
public record Text(String en, String zh) {

    public String in(Locale locale) {
        return locale != null && "zh".equals(locale.getLanguage()) ? zh : en;
    }

    /** In the language of the request that is being answered (Accept-Language). */
    public String here() {
        return in(LocaleContextHolder.getLocale());
    }
}
