package makegood.cases;

import java.util.List;

/** The parcels of a case are about to be shown; whoever sends or awaits some adds them. */
public record ParcelsShown(String caseNumber, List<CaseParcel> parcels) {}
