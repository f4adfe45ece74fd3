package makegood.gateways;

/**
 * What a gateway tells of its own accord, proven by its signature.
 *
 * @param id the vendor's own id of this notification, the same when it is told again
 * @param told what it says of the refund; the gateway is asked before it is believed
 * @param kind the vendor's word for the event
 */
record Notice(String id, String refundNumber, Told told, String kind) {}
