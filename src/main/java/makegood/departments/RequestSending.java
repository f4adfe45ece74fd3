package makegood.departments;

/** A request is about to be sent for the first time; published in the transaction that is committed before the call. */
public record RequestSending(String requestId, String topic, String caseNumber, String businessRef) {}
