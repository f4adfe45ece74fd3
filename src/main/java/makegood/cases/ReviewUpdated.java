package makegood.cases;

/** The customer has changed the review that the case is about; {@code rating} from 1 to 5. */
public record ReviewUpdated(String caseNumber, Used used, int rating, String text) implements CaseFact {}
