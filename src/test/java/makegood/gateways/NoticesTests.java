package makegood.gateways;

import static makegood.gateways.Letters.alipay;
import static makegood.gateways.Letters.alipayRefund;
import static makegood.gateways.Letters.stripe;
import static makegood.gateways.Letters.wechat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import makegood.Tables;
import makegood.departments.Answer;
import makegood.departments.AskingFor;
import makegood.departments.DepartmentAnswered;
import makegood.gateways.Letters.Mail;
import makegood.gateways.Vendor.State;
import makegood.gateways.Vendor.Trouble;
import makegood.platform.AppClock;
import makegood.platform.BusinessRefusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What gateways tell of their own accord: proven, once, and only ever a reason to ask. */
class NoticesTests {
    /** Moved without moving the engine's clock, which other tests share. */
    private static final class Later extends AppClock {
        private Duration by = Duration.ZERO;

        void goOn(Duration more) {
            by = by.plus(more);
        }

        @Override
        public Instant instant() {
            return super.instant().plus(by);
        }
    }

    private static final String NUMBER = "RF-20261124-000001-1";
    private final WechatVendor wechat = new WechatVendor();
    private final AlipayVendor alipay = new AlipayVendor();
    private final StripeVendor stripe = new StripeVendor();
    private final DataSource tables = Tables.of("V95_1__gateways");
    private final JdbcClient sql = JdbcClient.create(tables);
    private final Later clock = new Later();
    private final SentRefunds sent = new SentRefunds(sql, clock);
    private final NoticeBook book = new NoticeBook(sql);
    private final List<Object> events = new ArrayList<>();
    private final GatewayAccounts accounts = new GatewayAccounts(
            new GatewaySettings(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Map.of(
                            "wechat", wechat.account(wechat.url()),
                            "alipay", alipay.account(alipay.url()),
                            "stripe", stripe.account(stripe.url()))),
            true);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(tables));
    private final Notices notices =
            new Notices(accounts, sent, book, clock, AskingFor.asSystem(transaction), events::add);
    private final OpenNotices open =
            new OpenNotices(accounts, sent, book, clock, AskingFor.asSystem(transaction), events::add);
    private Instant now;

    @BeforeEach
    void time() {
        now = clock.instant();
    }

    @AfterEach
    void stop() {
        List.of(wechat, alipay, stripe).forEach(vendor -> vendor.server.stop());
    }

    private void sent(String account, Answer told) {
        var payment = account.equals("stripe") ? "pi_1" : "PAY-1";
        sent.keep(account, "north", new RefundOrder(NUMBER, payment, null, 3_333, 10_000, "CNY"));
        if (told != null) {
            sent.told(NUMBER, told);
        }
    }

    private GatewayKind receive(String account, Mail mail) throws BusinessRefusal {
        return notices.receive(account, mail.letter());
    }

    private void refused(String account, Mail mail) {
        assertThatThrownBy(() -> receive(account, mail)).isInstanceOf(NoticeNotSigned.class);
        assertThat(events).isEmpty();
        assertThat(states()).isEmpty();
    }

    private List<String> states() {
        return sql.sql("select notice_state from gateway_notice order by notice_id")
                .query(String.class)
                .list();
    }

    private static DepartmentAnswered word(Map<String, Object> values) {
        return new DepartmentAnswered("finance.refund", NUMBER, values);
    }

    private Mail ofWechat(String id, String status) {
        return wechat(id, NUMBER, status, now, Keys.VENDOR, WechatVendor.API_KEY);
    }

    private Mail ofStripe(String id, State state) {
        var refund = stripe.refund(new Vendor.Booked(NUMBER, 3_333, state));
        return stripe(id, "refund.updated", refund, now, StripeVendor.SECRET);
    }

    @Test
    void eachVendorsNoticeWakesWhoeverWaitsAndSaysNothingItself() throws BusinessRefusal {
        sent("wechat", null);
        assertThat(receive("wechat", ofWechat("e1", "SUCCESS"))).isEqualTo(GatewayKind.WECHAT);
        assertThat(events).containsExactly(word(Map.of()));
        assertThat(sent.find(NUMBER).orElseThrow().told()).isNull();
    }

    @Test
    void alipayTellsOfARefundInAForm() throws BusinessRefusal {
        sent("alipay", null);
        assertThat(receive("alipay", alipay(alipayRefund("e1", NUMBER), Keys.VENDOR)))
                .isEqualTo(GatewayKind.ALIPAY);
        assertThat(events).containsExactly(word(Map.of()));
    }

    @Test
    void stripeTellsOfARefundByItsMetadata() throws BusinessRefusal {
        sent("stripe", null);
        assertThat(receive("stripe", ofStripe("e1", State.SUCCESS))).isEqualTo(GatewayKind.STRIPE);
        assertThat(events).containsExactly(word(Map.of()));
    }

    @Test
    void whatIsToldTwiceIsHeardOnce() throws BusinessRefusal {
        sent("wechat", null);
        for (int time = 0; time < 3; time++) {
            receive("wechat", ofWechat("e1", "SUCCESS"));
        }
        assertThat(events).hasSize(1);
        assertThat(states()).containsExactly("OPEN");
    }

    @Test
    void whatNobodyHeardYetIsToldAgain() throws BusinessRefusal {
        sent("wechat", null);
        receive("wechat", ofWechat("e1", "SUCCESS"));
        open.look();
        assertThat(events).hasSize(1);
        for (int time = 0; time < 9; time++) {
            clock.goOn(Duration.ofMinutes(3));
            open.look();
        }
        assertThat(events).hasSize(4).containsOnly(word(Map.of()));
        assertThat(states()).containsExactly("DONE");
    }

    @Test
    void whatTheGatewaySaidMeanwhileOtherwiseIsAskedFor() throws BusinessRefusal {
        sent("wechat", null);
        wechat.books.put(NUMBER, new Vendor.Booked(NUMBER, 3_333, State.ABNORMAL));
        receive("wechat", ofWechat("e1", "ABNORMAL"));
        sent.told(NUMBER, RefundOrder.settled("1"));
        clock.goOn(Duration.ofMinutes(3));
        open.look();
        assertThat(events).last().isEqualTo(word(Map.of("state", "REVERSED")));
    }

    @Test
    void aStrangersSignatureIsRefused() {
        sent("wechat", null);
        refused("wechat", wechat("e1", NUMBER, "SUCCESS", now, Keys.STRANGER, WechatVendor.API_KEY));
        refused("wechat", wechat("e1", NUMBER, "SUCCESS", now, Keys.VENDOR, "x".repeat(32)));
        refused("alipay", alipay(alipayRefund("e1", NUMBER), Keys.STRANGER));
        var refund = stripe.refund(new Vendor.Booked(NUMBER, 3_333, State.SUCCESS));
        refused("stripe", stripe("e1", "refund.updated", refund, now, "whsec_other"));
    }

    @Test
    void aChangedBodyIsRefused() {
        var mail = ofWechat("e1", "SUCCESS");
        refused("wechat", new Mail(mail.headers(), mail.body().replace("e1", "e2")));
        var form = alipay(alipayRefund("e1", NUMBER), Keys.VENDOR);
        refused("alipay", new Mail(form.headers(), form.body().replace("33.33", "3333.00")));
        var event = ofStripe("e1", State.SUCCESS);
        refused("stripe", new Mail(event.headers(), event.body().replace("succeeded", "failed")));
    }

    @Test
    void aNoticeOutsideTheWindowIsRefused() {
        for (long seconds : List.of(-400L, 400L)) {
            var then = now.plusSeconds(seconds);
            refused("wechat", wechat("e1", NUMBER, "SUCCESS", then, Keys.VENDOR, WechatVendor.API_KEY));
            refused(
                    "stripe",
                    stripe(
                            "e1",
                            "refund.updated",
                            stripe.refund(new Vendor.Booked(NUMBER, 1, State.SUCCESS)),
                            then,
                            StripeVendor.SECRET));
        }
    }

    @Test
    void withoutHeadersOrBodyItIsRefused() {
        for (var account : List.of("wechat", "alipay", "stripe")) {
            for (var body : List.of("", "{}", "a=b&c", "%%%=%")) {
                refused(account, new Mail(Map.of(), body));
            }
        }
    }

    @Test
    void anotherApplicationOfAlipayIsRefused() {
        var fields = new HashMap<>(alipayRefund("e1", NUMBER));
        fields.put("app_id", "2021000000000002");
        refused("alipay", alipay(fields, Keys.VENDOR));
    }

    @Test
    void unknownAccountIsRefused() {
        assertThatThrownBy(() -> receive("nobody", ofWechat("e1", "SUCCESS")))
                .isInstanceOf(GatewayAccountUnknown.class);
    }

    @Test
    void whatIsAboutAPaymentIsConfirmedAndForgotten() throws BusinessRefusal {
        var fields = new HashMap<>(alipayRefund("e1", NUMBER));
        fields.remove("out_biz_no");
        receive("alipay", alipay(fields, Keys.VENDOR));
        receive("stripe", stripe("e1", "charge.refunded", "{\"object\":\"charge\"}", now, StripeVendor.SECRET));
        assertThat(events).isEmpty();
        assertThat(states()).isEmpty();
    }

    @Test
    void aRefundThatNobodySentWaitsForAPerson() throws BusinessRefusal {
        receive("wechat", ofWechat("e1", "SUCCESS"));
        sent("alipay", null);
        receive("wechat", ofWechat("e2", "SUCCESS")); // another account sent it
        assertThat(events).isEmpty();
        var kept = book.forAPerson(List.of("wechat"), 0, 50);
        assertThat(kept.items()).extracting(NoticeBook.Kept::id).containsExactly("e1", "e2");
        assertThat(book.forAPerson(List.of("alipay"), 0, 50).total()).isZero();
        assertThat(book.seen("wechat", "e1")).isTrue();
        assertThat(book.seen("wechat", "e1")).isFalse();
        assertThat(book.forAPerson(List.of("wechat"), 0, 50).total()).isEqualTo(1);
    }

    @Test
    void settledToldAgainIsNoNews() throws BusinessRefusal {
        sent("wechat", RefundOrder.settled("1"));
        receive("wechat", ofWechat("e1", "SUCCESS"));
        open.look();
        assertThat(events).isEmpty();
        assertThat(states()).containsExactly("DONE");
    }

    @Test
    void aSettledRefundThatCameBackIsBelievedOnlyFromTheGatewayItself() throws BusinessRefusal {
        sent("stripe", RefundOrder.settled("re_1"));
        stripe.books.put(NUMBER, new Vendor.Booked(NUMBER, 3_333, State.SUCCESS));
        receive("stripe", ofStripe("e1", State.ABNORMAL));
        assertThat(events).isEmpty();
        open.look();
        assertThat(events).isEmpty(); // it says it is settled
        assertThat(states()).containsExactly("DONE");

        receive("stripe", ofStripe("e2", State.ABNORMAL));
        stripe.becomes(NUMBER, State.ABNORMAL);
        open.look();
        open.look();
        assertThat(events).containsExactly(word(Map.of("state", "REVERSED")));
        assertThat(sent.find(NUMBER).orElseThrow().told()).isEqualTo(Told.REFUSED);
        assertThat(states()).containsExactly("DONE", "DONE");
    }

    @Test
    void wechatsDeadCardComesBackToo() throws BusinessRefusal {
        sent("wechat", RefundOrder.settled("1"));
        wechat.books.put(NUMBER, new Vendor.Booked(NUMBER, 3_333, State.ABNORMAL));
        receive("wechat", ofWechat("e1", "ABNORMAL"));
        open.look();
        assertThat(events).containsExactly(word(Map.of("state", "REVERSED")));
    }

    @Test
    void aGatewayThatCannotBeAskedIsAskedLater() throws BusinessRefusal {
        sent("wechat", RefundOrder.settled("1"));
        wechat.books.put(NUMBER, new Vendor.Booked(NUMBER, 3_333, State.ABNORMAL));
        wechat.queryFaults.add(Trouble.ERROR_500);
        receive("wechat", ofWechat("e1", "ABNORMAL"));
        open.look();
        open.look();
        assertThat(events).isEmpty();
        clock.goOn(Duration.ofMinutes(3));
        open.look();
        assertThat(events).hasSize(1);
    }

    @Test
    void whatNeverBecomesClearWaitsForAPerson() throws BusinessRefusal {
        sent("wechat", RefundOrder.settled("1"));
        wechat.books.put(NUMBER, new Vendor.Booked(NUMBER, 3_333, State.PENDING));
        receive("wechat", ofWechat("e1", "ABNORMAL"));
        for (int time = 0; time < 40; time++) {
            open.look();
            clock.goOn(Duration.ofMinutes(3));
        }
        assertThat(states()).containsExactly("KEPT");
        assertThat(events).isEmpty();
    }

    @Test
    void paidAfterARefusalWaitsForAPerson() throws BusinessRefusal {
        sent("wechat", new Answer.No("REFUND_ABNORMAL"));
        wechat.books.put(NUMBER, new Vendor.Booked(NUMBER, 3_333, State.SUCCESS));
        receive("wechat", ofWechat("e1", "SUCCESS"));
        open.look();
        assertThat(states()).containsExactly("KEPT");
        assertThat(events).isEmpty();
    }

    @Test
    void nothingOfTheCustomerIsKept() throws BusinessRefusal {
        sent("alipay", null);
        receive("alipay", alipay(alipayRefund("e1", NUMBER), Keys.VENDOR));
        var rows = sql.sql("select * from gateway_notice").query().listOfRows();
        assertThat(rows.toString()).doesNotContain("example.com");
    }
}
