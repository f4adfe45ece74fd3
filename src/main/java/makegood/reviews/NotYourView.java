package makegood.reviews;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** The view of a named colleague is their own; nobody gives it for them. */
final class NotYourView extends BusinessRefusal {
    NotYourView() {
        super(new Text(
                "Only the colleague who was named can give this view. Give the task back to them.",
                "只有被点名的同事本人可以说明，请把任务交还本人。"));
    }

    @Override
    public int status() {
        return 403;
    }
}
