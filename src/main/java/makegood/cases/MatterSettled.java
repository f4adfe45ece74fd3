package makegood.cases;

/** Something that kept the case open is settled: a dispute's ruling is carried out, held words are read. The case may close. */
record MatterSettled(String caseNumber) {}
