package makegood.cases;

import java.util.List;
import java.util.Map;
import makegood.orders.Orders;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One masked field of the customer, shown for a stated purpose; every time is logged, and there is a daily limit. */
@RestController
class RevealApi {
    private static final int DAILY = 50;

    /** What may be revealed. */
    enum Field {
        NAME,
        PHONE,
        ADDRESS
    }

    record Revealed(String field, String value) {}

    private final Cases cases;
    private final Orders orders;
    private final Reveals reveals;

    RevealApi(Cases cases, Orders orders, Reveals reveals) {
        this.cases = cases;
        this.orders = orders;
        this.reveals = reveals;
    }

    @PostMapping("/api/v1/cases/{caseNumber}/reveal")
    @Transactional(rollbackFor = Exception.class)
    public Revealed reveal(@PathVariable String caseNumber, @RequestBody Map<String, Object> wanted)
            throws BusinessRefusal {
        var c = cases.visible(caseNumber);
        var given = new Answers(wanted);
        var field = given.required("field", Field.class);
        var purpose = given.requiredText("purpose", 500);
        given.require(c.orderNumber() != null, "field", "NO_ORDER", "the case has no order", "本案没有订单");
        given.check();
        if (reveals.today(Caller.current().account()) >= DAILY) {
            throw new TooManyReveals();
        }
        reveals.log(caseNumber, List.of(field.name()), purpose);
        var data = orders.personalData(c.store(), c.orderNumber()).orElseThrow(CaseUnknown::new);
        var value = switch (field) {
            case NAME -> data.name();
            case PHONE -> data.phone();
            case ADDRESS -> data.address();
        };
        return new Revealed(field.name(), value);
    }

    /** The day's limit of reveals is used up. */
    static final class TooManyReveals extends BusinessRefusal {
        TooManyReveals() {
            super(new Text("You have looked at too much personal data today.", "今日查看个人信息次数已达上限。"));
        }

        @Override
        public int status() {
            return 429;
        }
    }
}
