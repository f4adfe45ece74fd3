package makegood.logistics;

import makegood.platform.Text;

/** Where the carrier says a parcel is. */
enum CarrierStatus {
    LOST("lost", "丢失"),
    DELAYED("delayed", "延误"),
    IN_TRANSIT("on its way", "运输中"),
    DELIVERED("delivered", "已签收"),
    RETURNING("on its way back to us", "正在退回");

    private final Text text;

    CarrierStatus(String en, String zh) {
        text = new Text(en, zh);
    }

    Text text() {
        return text;
    }

    /** Nobody follows it any longer; one that comes back leaves the agent to find out why. */
    boolean gone() {
        return this == LOST;
    }
}
