package makegood.cases;

import makegood.platform.BusinessRefusal;
import makegood.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The parcels of a case over REST. */
@RestController
class ParcelsApi {
    private final Cases cases;
    private final CaseParcels parcels;

    ParcelsApi(Cases cases, CaseParcels parcels) {
        this.cases = cases;
        this.parcels = parcels;
    }

    @GetMapping("/api/v1/cases/{caseNumber}/parcels")
    Page<CaseParcel> parcels(@PathVariable String caseNumber) throws BusinessRefusal {
        cases.visible(caseNumber);
        var items = parcels.of(caseNumber);
        return new Page<>(items, 0, Page.MAX_SIZE, items.size());
    }
}
