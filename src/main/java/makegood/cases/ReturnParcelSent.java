package makegood.cases;

/** The customer has handed the return parcel to a carrier. */
public record ReturnParcelSent(String caseNumber, Used used, String trackingNumber, String carrier)
        implements CaseFact {}
