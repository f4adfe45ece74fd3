package makegood.people;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** The person's grade does not reach that far; somebody of a higher grade can. */
public final class BeyondAuthority extends BusinessRefusal {
    public BeyondAuthority() {
        super(new Text(
                "This is beyond your authority. Ask somebody of a higher grade to decide it.", "超出您的权限，请交由更高级别的同事处理。"));
    }
}
