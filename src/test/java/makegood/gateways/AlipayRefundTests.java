package makegood.gateways;

class AlipayRefundTests extends RefundFaults {
    @Override
    Vendor vendor() {
        return new AlipayVendor();
    }

    /** It has no such states: a refund is a success, or it is not there. */
    @Override
    boolean failsLater() {
        return false;
    }
}
