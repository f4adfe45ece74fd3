package makegood.stores;

/** Whose law sets the floor; ZZ is any country without a rule set. */
public enum Jurisdiction {
    CN,
    EU,
    ZZ
}
