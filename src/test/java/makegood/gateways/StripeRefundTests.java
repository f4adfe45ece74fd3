package makegood.gateways;

class StripeRefundTests extends RefundFaults {
    @Override
    Vendor vendor() {
        return new StripeVendor();
    }

    @Override
    boolean signs() {
        return false;
    }
}
