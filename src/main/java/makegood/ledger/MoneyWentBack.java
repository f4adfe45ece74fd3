package makegood.ledger;

/** A comparison of accounts showed that a refund which counts as paid never arrived: whoever booked it takes it back. */
public record MoneyWentBack(String number) {}
