package makegood.compensations;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** A compensation that speaks of a review, in its reason or its message: forbidden, whoever asks and whatever it costs. */
final class TiedToReview extends BusinessRefusal {
    TiedToReview(Text rule, Text found) {
        super(new Text(
                rule.en() + ". " + found.en() + " The draft is kept with the case.",
                rule.zh() + "。" + found.zh() + "草稿已随案件留存。"));
    }
}
