package makegood.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import makegood.departments.DepartmentRequests;
import makegood.departments.RequestToServe;
import makegood.orders.Orders;
import makegood.orders.PersonalData;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.InvalidInput;
import makegood.platform.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a department's account reads of a request that it has yet to answer. Where to ship to stands neither in the
 * request nor in any variable: it is read here, by those who need it, while they need it.
 */
@RestController
class DepartmentRequestsApi {
    private static final int LONGEST = 500;
    private final DepartmentRequests requests;
    private final Cases cases;
    private final Orders orders;
    private final Reveals reveals;

    DepartmentRequestsApi(DepartmentRequests requests, Cases cases, Orders orders, Reveals reveals) {
        this.requests = requests;
        this.cases = cases;
        this.orders = orders;
        this.reveals = reveals;
    }

    record View(@JsonUnwrapped RequestToServe request, Map<String, String> customer) {}

    @Operation(
            summary =
                    "An open request, for the account of the department that owes the answer; everybody else gets 404",
            description = "With purpose also what of the customer the topic needs (ship, book-pickup: name, phone,"
                    + " address; send: name, phone); the purpose is logged.")
    @GetMapping("/api/v1/department-requests/{id}")
    @Transactional(rollbackFor = Exception.class)
    public ResponseEntity<View> request(@PathVariable String id, @RequestParam(required = false) String purpose)
            throws BusinessRefusal {
        var request = requests.toServe(id, Caller.current()).orElseThrow(RequestGone::new);
        var customer = purpose == null ? null : customer(request, purpose.strip());
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(new View(request, customer));
    }

    private Map<String, String> customer(RequestToServe request, String purpose) throws InvalidInput {
        if (purpose.isEmpty() || purpose.length() > LONGEST) {
            throw new InvalidInput(
                    "purpose", "REQUIRED", new Text("what for, in 1 to 500 characters", "请说明用途，1 至 500 个字符"));
        }
        if (request.personal().isEmpty() || !cases.known(request.caseNumber())) {
            return Map.of();
        }
        var order = cases.get(request.caseNumber()).orderNumber();
        var data = orders.personalData(request.store(), order).orElse(null);
        if (data == null) {
            return Map.of();
        }
        reveals.log(request.caseNumber(), new TreeSet<>(request.personal()), purpose);
        return fields(data, request.personal());
    }

    private static Map<String, String> fields(PersonalData data, Set<String> needed) {
        var shown = new TreeMap<String, String>();
        if (needed.contains("NAME")) {
            shown.put("name", data.name());
        }
        if (needed.contains("PHONE")) {
            shown.put("phone", data.phone());
        }
        if (needed.contains("ADDRESS")) {
            shown.put("address", data.address());
        }
        return shown;
    }

    /** No such request, not this department's or store's, or answered already: the answer does not tell which. */
    static final class RequestGone extends BusinessRefusal {
        RequestGone() {
            super(new Text("There is no such open request for you.", "没有可供您处理的请求。"));
        }

        @Override
        public int status() {
            return 404;
        }
    }
}
