package makegood.stores;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import makegood.clocks.DayException;
import makegood.clocks.StoreHours;
import makegood.clocks.WeeklyHours;
import makegood.platform.Body;
import makegood.platform.InvalidInput;
import makegood.platform.Text;

/**
 * Reads a store's settings from JSON, of a request and of the database alike; what is absent keeps the house's value.
 * Promises and limits may name figures of procedures that are not built yet: the answer shows which ones hold.
 */
class SettingsInput {
    private static final List<String> CALENDARS = List.of("DESK", "CHAT", "WAREHOUSE", "FINANCE");
    private static final Text HOURS = new Text(
            "hours like MO-FR 09:00-12:00, 13:00-18:00; SA 10:00-14:00, or 24x7",
            "工作时间格式如 MO-FR 09:00-12:00, 13:00-18:00; SA 10:00-14:00，或 24x7");

    enum Language {
        EN,
        ZH
    }

    private final Body body;

    SettingsInput(Body body) {
        this.body = body;
    }

    StoreSettings read(String store, int revision, Instant validFrom) throws InvalidInput {
        var platform = body.text("platform", 40);
        var zone = zone();
        var language = language();
        var jurisdiction = body.code("jurisdiction", Jurisdiction.class);
        var law = jurisdiction == null ? Jurisdiction.CN : jurisdiction;
        var address = body.text("returnAddress", 300);
        var settings = new StoreSettings(
                store,
                revision,
                validFrom,
                platform == null || platform.isBlank() ? "OWN_SHOP" : platform.toUpperCase(Locale.ROOT),
                zone,
                language,
                law,
                hours(zone, law),
                promises(law),
                limits(law),
                address == null ? "" : address);
        body.refuseUnknown();
        body.check();
        return settings;
    }

    private ZoneId zone() {
        var zone = body.parsed(
                "zone", "UNKNOWN_ZONE", new Text("a zone like Asia/Shanghai", "时区如 Asia/Shanghai"), ZoneId::of);
        return zone == null ? ZoneId.of("Asia/Shanghai") : zone;
    }

    private String language() {
        var language = body.parsed(
                "language",
                "UNKNOWN_CODE",
                new Text("en or zh", "en 或 zh"),
                text -> Language.valueOf(text.toUpperCase(Locale.ROOT)));
        return language == Language.EN ? "en" : "zh";
    }

    private StoreHours hours(ZoneId zone, Jurisdiction jurisdiction) {
        var calendar = body.object("calendar");
        var weeks = new HashMap<String, WeeklyHours>();
        for (var code : CALENDARS) {
            var week = calendar.parsed(code, "NOT_HOURS", HOURS, WeeklyHours::parse);
            if (week != null) {
                weeks.put(code, week);
            }
        }
        var exceptions = new ArrayList<DayException>();
        for (var item : calendar.list("exceptions", 400)) {
            exceptions.add(exception(item));
        }
        calendar.refuseUnknown();
        return new StoreHours(zone, jurisdiction.name(), Map.copyOf(weeks), List.copyOf(exceptions));
    }

    private static DayException exception(Body item) {
        var date = item.required("date", item.date("date"));
        var kind = item.required("kind", item.code("kind", DayException.Kind.class));
        var span = item.parsed(
                "hours", "NOT_HOURS", new Text("hours like 18:00-23:00", "时间段如 18:00-23:00"), WeeklyHours::span);
        item.refuseUnknown();
        return new DayException(date, kind, span);
    }

    private Promises promises(Jurisdiction law) {
        var promises = body.object("promises");
        var house = Promises.of(law);
        int noReason = number(promises, "noReasonDays", house.noReasonDays(), 0, 3650);
        var free = promises.flag("freeReturn");
        return new Promises(
                noReason,
                number(promises, "qualityDays", house.qualityDays(), 0, 3650),
                number(promises, "shopDays", noReason, 0, 3650),
                number(promises, "warrantyMonths", house.warrantyMonths(), 0, 1200),
                number(promises, "promiseDays", house.promiseDays(), 1, 365),
                free != null && free);
    }

    private Limits limits(Jurisdiction law) {
        var limits = body.object("limits");
        var house = Limits.of(law);
        var unit = limits.amount("refundWithoutReturnUnit");
        var budget = limits.amount("compensationBudget");
        var bill = limits.amount("freightBill");
        int sendBack = number(limits, "sendBackDays", house.sendBackDays(), 1, 365);
        return new Limits(
                sendBack,
                numbers(limits, "reminderDays", house.reminderDays(), 365),
                number(limits, "evidenceHours", house.evidenceHours(), 1, 8760),
                number(limits, "evidenceReminderHours", house.evidenceReminderHours(), 1, 8760),
                number(limits, "deductionHours", house.deductionHours(), 1, 8760),
                numbers(limits, "gatewayAskMinutes", house.gatewayAskMinutes(), 100_000),
                number(limits, "parcelDueDays", house.parcelDueDays(), 1, 365),
                unit == null ? house.refundWithoutReturnUnit() : unit,
                number(limits, "offerHours", house.offerHours(), 1, 8760),
                budget == null ? house.compensationBudget() : budget,
                number(limits, "attemptsPerLine", house.attemptsPerLine(), 1, 1000),
                bill == null ? house.freightBill() : bill,
                exchanges(limits.object("exchanges"), house.exchanges()),
                parcels(limits.object("parcels"), house.parcels()),
                reviews(limits.object("reviews"), house.reviews()));
    }

    private static Limits.Exchanges exchanges(Body given, Limits.Exchanges house) {
        return new Limits.Exchanges(
                number(given, "reservationDays", house.reservationDays(), 1, 365),
                numbers(given, "reminderDays", house.reminderDays(), 365),
                number(given, "chargeDays", house.chargeDays(), 1, 365),
                number(given, "payHours", house.payHours(), 1, 8760),
                number(given, "deliveryDays", house.deliveryDays(), 1, 365));
    }

    private static Limits.Parcels parcels(Body given, Limits.Parcels house) {
        return new Limits.Parcels(
                number(given, "firstScanHours", house.firstScanHours(), 1, 8760),
                number(given, "noScanHours", house.noScanHours(), 1, 8760),
                number(given, "overdueHours", house.overdueHours(), 1, 8760),
                number(given, "lostDays", house.lostDays(), 1, 365),
                number(given, "queryHours", house.queryHours(), 1, 8760),
                number(given, "claimDays", house.claimDays(), 1, 365));
    }

    private static Limits.Reviews reviews(Body given, Limits.Reviews house) {
        return new Limits.Reviews(
                number(given, "tries", house.tries(), 1, 10),
                number(given, "channels", house.channels(), 1, 10),
                number(given, "tryHours", house.tryHours(), 1, 8760),
                number(given, "waitDays", house.waitDays(), 1, 365),
                number(given, "viewHours", house.viewHours(), 1, 8760));
    }

    private static int number(Body body, String name, int house, int min, int max) {
        var value = body.whole(name, min, max);
        return value == null ? house : value.intValue();
    }

    private static List<Integer> numbers(Body body, String name, List<Integer> house, int max) {
        var given = body.numbers(name, 20, 1, max);
        return given == null
                ? house
                : given.stream().map(Long::intValue).sorted().toList();
    }
}
