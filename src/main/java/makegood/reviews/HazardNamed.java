package makegood.reviews;

/** A review names a danger: product and quality must know, whatever becomes of the review. */
record HazardNamed(String caseNumber, String store) {}
