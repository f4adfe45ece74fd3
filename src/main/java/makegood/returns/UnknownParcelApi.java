package makegood.returns;

import makegood.cases.CasesAbout;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The parcel that a task is about while it has no case. */
@RestController
class UnknownParcelApi {
    private final UnknownParcels parcels;
    private final CasesAbout cases;

    UnknownParcelApi(UnknownParcels parcels, CasesAbout cases) {
        this.parcels = parcels;
        this.cases = cases;
    }

    @GetMapping("/api/v1/tasks/{taskId}/parcel")
    UnknownParcels.UnknownParcel of(@PathVariable String taskId) throws BusinessRefusal {
        return cases.numberOfTask(taskId)
                .flatMap(parcels::find)
                .filter(parcel -> Caller.current().serves(parcel.store()))
                .orElseThrow(NoUnknownParcel::new);
    }
}
