package makegood.cases;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** Who prepared or asked may not be the one who confirms. */
public final class OwnRequest extends BusinessRefusal {
    public OwnRequest() {
        super(new Text("A second person must decide this: you asked for it.", "须由第二人决定：这是您本人提交的。"));
    }

    @Override
    public int status() {
        return 403;
    }
}
