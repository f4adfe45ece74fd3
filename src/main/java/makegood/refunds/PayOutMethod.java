package makegood.refunds;

/** How money goes out when its original route is closed. */
enum PayOutMethod {
    BANK_TRANSFER,
    ALIPAY,
    WECHAT,
    CASH
}
