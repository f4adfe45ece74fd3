package makegood.cases;

/** Words to the customer wait for a second person; {@code heldText} is their id. */
record TextHeld(String caseNumber, String heldText) {}
