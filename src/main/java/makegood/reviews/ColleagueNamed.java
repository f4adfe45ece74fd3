package makegood.reviews;

/** A case names a colleague as the cause of a review: they are heard before anything is counted. */
record ColleagueNamed(String caseNumber, String store) {}
