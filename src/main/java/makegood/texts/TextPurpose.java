package makegood.texts;

/** Where words are going (api.md, text guard). */
public enum TextPurpose {
    /** An answer below a review, for everybody to read. */
    PUBLIC_REPLY,
    /** Words to one customer, inside the channel; also the reason of a compensation. */
    MESSAGE,
    /** A remark on an order. */
    NOTE,
    /** The title of a coupon. */
    COUPON,
    /** A card in the parcel. */
    PARCEL_CARD;

    /** Whether people other than the customer may read it. */
    boolean isPublic() {
        return this == PUBLIC_REPLY || this == COUPON || this == PARCEL_CARD;
    }
}
