package makegood.returns;

/** A lead's word about a parcel of which the warehouse cannot tell whose it is. */
enum ParcelDecision {
    BELONGS_TO_CASE,
    KEEP
}
