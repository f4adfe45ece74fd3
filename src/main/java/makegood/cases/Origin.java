package makegood.cases;

/** Where a request comes from, as the tables know it. */
final class Origin {
    private Origin() {}

    static String of(CaseRequest request) {
        if (request.kind() == CaseKind.REVIEW) {
            return "REVIEW";
        }
        if (request.kind() == CaseKind.COMPLAINT && !request.platformCase().isEmpty()) {
            return "PLATFORM";
        }
        return switch (request.channel()) {
            case REGULATOR -> "REGULATOR";
            case REVIEW -> "REVIEW";
            case SYSTEM -> "WATCH";
            default -> "CUSTOMER";
        };
    }
}
