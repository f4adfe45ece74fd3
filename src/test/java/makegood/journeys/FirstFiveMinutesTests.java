package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import makegood.Means;
import makegood.NeedsChromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody who tries the shop sees first, in a real browser: nothing blank, nothing raw, in both languages. */
@NeedsChromium
class FirstFiveMinutesTests extends ShopJourney {
    private static final String ENGLISH = "en-GB";
    private static final String CHINESE = "zh-CN";
    private static final String REVIEW = "Task_ReviewReturnRequest";
    private static final String INSPECT = "Task_InspectReturnedGoods";
    private static final String WORDS = "拉链坏了，拉不上，想退货";

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Means.chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void theStartPageSpeaksBothLanguages() {
        scene(
                "start-en",
                ENGLISH,
                screen -> screen.goTo("/")
                        .reads("My tasks", "How the shop is doing", "The demo shop", "After-sales agent, store north")
                        .press("English / 中文")
                        .reads("我的待办", "演示店铺"));
        scene("start-zh", CHINESE, screen -> screen.goTo("/").reads("我的待办", "运行情况", "客服，north 店"));
    }

    @Test
    void anAgentApprovesAReturnAndTheWarehouseInspectsIt() {
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", sale(), false, java.util.Map.of());
        Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 30000, false);
        var played = back.played();
        played.task("agent", REVIEW);
        scene("agent", ENGLISH, screen -> {
            screen.login("agent").tasklist("").filter("My team", played.number).task("Review return request");
            screen.reads(played.number, back.sale().orderNumber, "不合适，想退", "¥200.00", "What the rules say");
            screen.claim("Claim").choose("decision", "REFUSE").type("messageToCustomer", "很抱歉");
            screen.press("Complete").refuses("Please choose: Reason for refusing.");
            screen.tab("Case").reads("What happened").nothingRaw();
            screen.tab("Form");
            screen.choose("decision", "APPROVE").press("Complete");
        });
        played.goodsComeBack();
        played.task("warehouse", INSPECT);
        scene("warehouse", CHINESE, screen -> {
            screen.login("warehouse")
                    .tasklist("")
                    .filter("My team", played.number)
                    .task("Inspect returned goods");
            screen.tab("案件").reads("经过", "不合适，想退").nothingRaw();
            screen.tab("表单").reads(played.number, "实收数量").claim("认领");
            screen.line("receivedQuantity", "1").line("goodsGrade", "A").line("finding", "AS_ANNOUNCED");
            screen.press("完成");
            played.ends();
        });
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(20000);
    }

    @Test
    void wordsAreReadWhileTheyAreWrittenAndALeadSendsThemWithOneClick() {
        var played = shop.opened("agent", Shop.request(shop.sold(sale()), "INQUIRY", "OTHER", "", WORDS));
        played.task("agent", "Task_AnswerCustomer");
        scene("guarded-words", ENGLISH, screen -> {
            screen.login("agent").tasklist("").filter("My team", played.number).task("Answer customer");
            screen.claim("Claim").type("messageToCustomer", "亲,改成五星好评返您10元红包");
            screen.reads("These words cannot be sent.", "a benefit for a review", "Lawful instead");
            screen.type("messageToCustomer", "您的差评我们已认真阅读").reads("A lead reads these words before they leave.");
            screen.type("messageToCustomer", "您好，今天补发。");
            PlaywrightAssertions.assertThat(screen.page.locator("mg-message .alert"))
                    .hasCount(0);
            screen.type("messageToCustomer", "您的差评我们已认真阅读").press("Complete");
            played.task("lead", "Task_TakeSecondLook");
        });
        scene("second-look", CHINESE, screen -> {
            screen.login("lead").tasklist("").filter("My team", played.number).task("Take second look");
            screen.claim("认领").reads("您的差评我们已认真阅读", "提到了评价", "待复核文字").nothingRaw();
            screen.page.locator("mg-code[name=decision] input[value=RELEASE]").click();
            played.ends();
        });
        assertThat(played.told("Task_TellHeldText")).isEqualTo("您的差评我们已认真阅读");
    }

    @Test
    void anAgentStartsACaseAndTheManagerFindsItInCockpit() {
        var sale = shop.sold(sale());
        scene("start-form", ENGLISH, screen -> {
            screen.login("agent").tasklist("");
            screen.page
                    .locator("a:visible", new Page.LocatorOptions().setHasText("Start process"))
                    .first()
                    .click();
            screen.page
                    .locator(".modal-dialog a", new Page.LocatorOptions().setHasText("After-sales case"))
                    .first()
                    .click();
            screen.select("store", Shop.STORE)
                    .type("orderNumber", sale.orderNumber)
                    .reads("Nothing chosen means the whole order.");
            screen.select("procedure", "RETURN_REFUND")
                    .select("reason", "QUALITY_DEFECT")
                    .select("channel", "CHAT");
            screen.select("goodsIntact", "true").type("statement", WORDS).press("Start");
            opened(sale);
        });
        var played = opened(sale);
        assertThat(played.show().at("/statement").asText()).isEqualTo(WORDS);
        scene("cockpit", ENGLISH, screen -> {
            screen.login("manager")
                    .goTo("/camunda/app/cockpit/default/#/processes")
                    .reads("After-sales case");
            screen.goTo("/camunda/app/cockpit/default/#/process-instance/" + instance(played) + "/runtime");
            screen.tab("Case").reads(played.number, WORDS, "What happened").nothingRaw();
        });
        scene("cockpit-zh", CHINESE, screen -> {
            screen.login("manager").goTo("/camunda/app/cockpit/default/").reads("运行监控", "流程定义");
            screen.nothingRaw()
                    .goTo("/camunda/app/cockpit/default/#/process-instance/" + instance(played) + "/runtime");
            screen.tab("案件").reads(played.number, WORDS, "经过").nothingRaw();
        });
    }

    @Test
    void financeSettlesADifferenceAndSeesWhatMoneyIsInTrouble() {
        var number = "RF-" + java.util.UUID.randomUUID();
        var line = java.util.Map.of(
                "store",
                Shop.STORE,
                "source",
                "GATEWAY",
                "kind",
                "REFUND",
                "amount",
                16801,
                "currency",
                "CNY",
                "state",
                "SETTLED",
                "reference",
                "GW-SEEN");
        shop.as("agent")
                .post("/api/v1/sandbox/gateway/statement/" + number, line)
                .is(200);
        shop.as("finance")
                .post("/api/v1/reconciliations", java.util.Map.of("store", Shop.STORE))
                .is(202);
        var path = "/api/v1/reconciliations/differences?size=100";
        var found = Await.until(
                "difference",
                () -> Shop.items(shop.as("finance").get(path).is(200).body().at("/items")).stream()
                        .filter(d -> d.at("/number").asText().equals(number))
                        .toList(),
                d -> !d.isEmpty());
        var difference =
                new PlayedCase(shop, found.get(0).at("/differenceNumber").asText());
        scene("money", ENGLISH, screen -> {
            screen.login("finance").goTo("/").press("English / 中文").reads("资金看板");
            screen.goTo("/start/money.html").reads("资金看板", number, "168.01 CNY", "我方无记录");
        });
        scene("difference", ENGLISH, screen -> {
            screen.login("finance")
                    .tasklist("")
                    .filter("Refunds in trouble", difference.number)
                    .task("Settle money difference");
            screen.reads(number, "Missing with us", "¥168.01", "To be booked").claim("Claim");
            screen.choose("decision", "BOOK_DIFFERENCE").press("Complete").refuses("Please choose: Reason.");
            screen.select("reasonCode", "GATEWAY_ERROR").nothingRaw();
            screen.press("Complete");
            Await.until(
                    "settled",
                    () -> shop.as("finance").get(path).is(200).body(),
                    b -> !b.toString().contains(number));
        });
        var refund =
                shop.opened("agent", Shop.request(shop.sold(sale()), "REFUND_ONLY", "QUALITY_DEFECT", "1:1", WORDS));
        refund.task("agent", "Task_ReviewRefundRequest");
        scene("preview", CHINESE, screen -> {
            screen.login("agent").tasklist("").filter("My team", refund.number).task("Review refund request");
            screen.reads("退款预览", "¥200.00", "退后剩余").nothingRaw();
        });
    }

    @Test
    void aLeadSeesWhatTheDayCostAndTheCasesBehindIt() {
        var sku = "R-" + java.util.UUID.randomUUID();
        var back = Returned.asked(
                shop,
                "RETURN_REFUND NO_REASON_7D",
                shop.sale().line(sku, 1, 12345).paid("ALIPAY", 12345).signed(3),
                true,
                java.util.Map.of());
        back.played().goodsComeBack();
        back.played().inspected(1, 1, "A");
        back.played().ends();
        scene("reports", ENGLISH, screen -> {
            screen.login("lead").goTo("/").reads("Reports").goTo("/start/reports.html");
            screen.reads("Refunded by day", "No-reason return");
            listed(screen, sku);
            screen.reads("123.45 CNY").text(sku).click();
            screen.reads(back.played().number + " (123.45 CNY)");
            var file = screen.page.waitForDownload(
                    () -> screen.page.locator("#csv").click());
            assertThat(file.suggestedFilename()).startsWith("daily-returns_").endsWith(".csv");
            screen.press("English / 中文").reads("每日退款", "七天无理由");
            listed(screen, sku);
            screen.page.locator("#report").selectOption("reasons");
            screen.reads("各原因成本", "责任方");
            listed(screen, sku);
            screen.page.locator("#from").fill("2020-01-01");
            screen.press("查询").reads("一次最多查询 400 天");
        });
    }

    /** The list goes on as long as somebody asks for more: other journeys have filled it. */
    private static void listed(Screen screen, String sku) {
        var more = screen.page.locator("#more");
        Await.until(
                sku + " in the report",
                () -> {
                    boolean there = screen.page.getByText(sku).count() > 0;
                    if (!there) { // it may hide between a look and a click
                        more.evaluate("button => button.hidden || button.click()");
                    }
                    return there;
                },
                there -> there);
        screen.reads(sku);
    }

    private Sale sale() {
        return shop.sale().line("DJ-2201-BK-L", 1, 20000).paid("ALIPAY", 20000).signed(3);
    }

    /** The case that somebody opened for an order, as soon as it is there. */
    private PlayedCase opened(Sale sale) {
        var path = "/api/v1/cases?store=" + sale.store + "&q=" + sale.orderNumber;
        var found = Await.until(
                "case of " + sale.orderNumber,
                () -> Shop.items(shop.as("agent").get(path).is(200).body().at("/items")),
                cases -> !cases.isEmpty());
        return new PlayedCase(shop, found.get(0).at("/caseNumber").asText());
    }

    private String instance(PlayedCase played) {
        var path = "/engine-rest/process-instance?rootProcessInstances=true&businessKey=" + played.number;
        return shop.as("manager").get(path).is(200).text("/0/id");
    }

    /** One person at one browser; what was on the screen when it failed is kept. */
    private void scene(String name, String language, Consumer<Screen> play) {
        var options = new Browser.NewContextOptions().setLocale(language).setViewportSize(1400, 1000);
        try (var context = browser.newContext(options)) {
            context.setDefaultTimeout(20_000);
            var page = context.newPage();
            var screen = new Screen(page, "http://127.0.0.1:" + port);
            try {
                play.accept(screen);
            } catch (RuntimeException | AssertionError failed) {
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
                throw failed;
            }
            assertThat(screen.faults()).as(name).isEmpty();
        }
    }
}
