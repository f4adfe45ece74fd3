package makegood.logistics;

/** What we do with a parcel in trouble: follow it, have given it up, await it back, or are done with it. */
enum ParcelState {
    WATCHED,
    GIVEN_UP,
    COMING_BACK,
    ACCOUNTED
}
