package makegood.returns;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import makegood.cases.Cases;
import makegood.cases.PiecesLost;
import makegood.orders.Lines;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What the warehouse found, per announced line. Fields {@code receivedQuantity_n}, {@code goodsGrade_n}, {@code finding_n},
 * {@code receivedSku_n}: of the parcels that are here. Goods of one return may come in several; what came is added up.
 */
@Component
class Inspection {
    private final Returns returns;
    private final Cases cases;
    private final ReturnParcels parcels;
    private final Lines orderLines;
    private final ApplicationEventPublisher events;

    Inspection(
            Returns returns, Cases cases, ReturnParcels parcels, Lines orderLines, ApplicationEventPublisher events) {
        this.events = events;
        this.returns = returns;
        this.parcels = parcels;
        this.cases = cases;
        this.orderLines = orderLines;
    }

    /** Whether more of the announced goods is still on its way. */
    boolean record(String caseNumber, Answers answers) throws BusinessRefusal {
        var lines = returns.lines(caseNumber);
        boolean othersMissing = parcels.of(caseNumber).stream().anyMatch(p -> p.deliveredAt() == null);
        for (var line : lines) {
            check(line, answers, othersMissing);
        }
        var foreign = answers.text("foreignGoods", 500);
        var remark = answers.text("inspectionNote", 2_000);
        answers.check();
        var goods = returns.get(caseNumber);
        for (var line : lines) {
            take(line, answers);
        }
        goods.goodsWithUs = lines.stream().anyMatch(l -> l.received > 0);
        returns.inspectionNote(caseNumber, foreign, remark);
        cases.note(caseNumber, "INSPECTED", words(lines, foreign, remark));
        parcels.inspected(caseNumber);
        return lines.stream().anyMatch(l -> !l.complete())
                && parcels.of(caseNumber).stream().anyMatch(ReturnParcels.Parcel::onTheWay);
    }

    /** {@code othersMissing}: other parcels are on their way or lost, so fewer pieces need no explanation. */
    private static void check(ReturnLine line, Answers answers, boolean othersMissing) {
        var suffix = "_" + line.lineNumber;
        var received = answers.quantity("receivedQuantity" + suffix);
        answers.require(
                received.isPresent() || answers.has("receivedQuantity" + suffix),
                "receivedQuantity" + suffix,
                "REQUIRED",
                "how many pieces came?",
                "请填写实收件数");
        var grade = answers.optional("goodsGrade" + suffix, GoodsGrade.class);
        int came = received.orElse(0);
        int all = line.received + came;
        boolean nothingToSay = came == 0 && (othersMissing || line.complete());
        var finding = nothingToSay
                ? answers.optional("finding" + suffix, Finding.class).orElse(Finding.AS_ANNOUNCED)
                : answers.required("finding" + suffix, Finding.class);
        answers.text("receivedSku" + suffix, 64);
        answers.require(
                came == 0 || grade.isPresent() || answers.has("goodsGrade" + suffix),
                "goodsGrade" + suffix,
                "REQUIRED",
                "which grade are the goods?",
                "请填写商品等级");
        answers.require(
                all >= line.announced || othersMissing || finding.explainsFewer(),
                "finding" + suffix,
                "FEWER_THAN_ANNOUNCED",
                "fewer pieces came than announced; choose the finding that says so",
                "实收少于申报，请选择相符的查验结果");
        answers.require(
                all <= line.announced || finding == Finding.EXTRA_GOODS,
                "finding" + suffix,
                "MORE_THAN_ANNOUNCED",
                "more pieces came than announced; choose EXTRA_GOODS",
                "实收多于申报，请选择“多出商品”");
        answers.require(
                finding != Finding.EMPTY_PARCEL || came == 0,
                "receivedQuantity" + suffix,
                "EMPTY_MEANS_NONE",
                "an empty parcel has no pieces",
                "空包时实收件数应为 0");
    }

    private static void take(ReturnLine line, Answers answers) {
        var suffix = "_" + line.lineNumber;
        int came = answers.quantity("receivedQuantity" + suffix).orElse(0);
        line.received += came;
        if (came > 0 || answers.has("finding" + suffix)) {
            var grade = answers.optional("goodsGrade" + suffix, GoodsGrade.class)
                    .orElse(came > 0 || line.goodsGrade == null ? GoodsGrade.D : line.goodsGrade);
            line.goodsGrade = line.received > came && line.goodsGrade != null ? worse(line.goodsGrade, grade) : grade;
            line.finding =
                    Finding.of(line.finding, answers.required("finding" + suffix, Finding.class), line.complete());
        }
        var sku = answers.text("receivedSku" + suffix, 64);
        if (!sku.isEmpty()) {
            line.receivedSku = sku;
        }
    }

    private static GoodsGrade worse(GoodsGrade one, GoodsGrade other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Some goods are here and no more will come: what the carrier lost is paid as announced, what nobody sent is missing. */
    void countLost(String caseNumber) {
        boolean lost = parcels.of(caseNumber).stream().anyMatch(p -> p.lostAt() != null);
        var gone = new TreeMap<Integer, Integer>();
        for (var line : returns.lines(caseNumber)) {
            if (lost && !line.complete() && (line.finding == null || !line.finding.explainsFewer())) {
                line.lostPieces = line.announced - line.received;
                gone.put(line.lineNumber, line.lostPieces);
            }
            if (line.finding == null) {
                line.uninspected(lost);
            }
        }
        int pieces = gone.values().stream().mapToInt(Integer::intValue).sum();
        if (pieces > 0) {
            events.publishEvent(new PiecesLost(caseNumber, gone));
            cases.note(
                    caseNumber,
                    "PARCEL_LOST",
                    new Text(
                            "Pieces lost on the way back: " + pieces + "; they are refunded as announced.",
                            "退货途中丢失 " + pieces + " 件，按申报数量退款。"));
        }
    }

    /** Nothing was inspected and no more will come: every piece counts as announced, as {@link Settlement#settleLost} pays it. */
    void countAllLost(String caseNumber) {
        for (var line : returns.lines(caseNumber)) {
            if (line.finding == null) {
                line.uninspected(true);
                line.lostPieces = line.announced - line.received;
            }
        }
    }

    /** The return is over and paid: these pieces cannot be returned again. A lost parcel's pieces count as announced. */
    void countReturned(String caseNumber) {
        var goods = returns.get(caseNumber);
        for (var line : returns.lines(caseNumber)) {
            int pieces = line.finding == null ? line.announced : line.accounted();
            if (pieces > 0 && !line.sentBack) {
                orderLines.returned(goods.store, goods.orderNumber, line.lineNumber, pieces);
            }
        }
        goods.goodsWithUs = false;
    }

    private static Text words(List<ReturnLine> lines, String foreign, String remark) {
        var more = (foreign.isEmpty() ? "" : " + " + foreign) + (remark.isEmpty() ? "" : " (" + remark + ")");
        return new Text(
                "Inspected: " + found(lines, l -> l.finding.text().en()) + more,
                "质检：" + found(lines, l -> l.finding.text().zh()) + more);
    }

    private static String found(List<ReturnLine> lines, Function<ReturnLine, String> finding) {
        return lines.stream()
                .filter(l -> l.finding != null)
                .map(l -> l.sku + " ×" + l.received + " " + l.goodsGrade + " " + finding.apply(l))
                .collect(Collectors.joining("; "));
    }

    /** How the pieces are booked at the warehouse, by disposition; what goes back to the customer is not booked. */
    List<Map<String, Object>> toBook(String caseNumber) {
        return returns.lines(caseNumber).stream()
                .filter(l -> l.toBook() > 0 && (!l.goesBackToCustomer() || l.finding == Finding.EXTRA_GOODS))
                .map(l -> Map.<String, Object>of(
                        "line", l.lineNumber, "sku", l.came(), "quantity", l.toBook(), "disposition", booked(l)))
                .toList();
    }

    /** The announced pieces beside extra goods are sound: only what is too much goes back. */
    private static String booked(ReturnLine line) {
        return line.finding == Finding.EXTRA_GOODS || line.disposition == null ? "RESTOCK" : line.disposition;
    }

    /** They stand on the shelf now. */
    void booked(String caseNumber) {
        returns.lines(caseNumber)
                .forEach(l -> l.bookedPieces = Math.max(l.bookedPieces, Math.min(l.received, l.announced)));
    }

    List<Map<String, Object>> toSendBack(String caseNumber, boolean all) {
        var going = returns.lines(caseNumber).stream()
                .filter(l -> l.received > 0 && !l.sentBack && (all || l.goesBackToCustomer()))
                .toList();
        var pieces = going.stream()
                .map(l -> Map.<String, Object>of("line", l.lineNumber, "sku", l.came(), "quantity", goingBack(l, all)))
                .toList();
        going.forEach(l -> l.sentBack = true);
        return pieces;
    }

    private static int goingBack(ReturnLine line, boolean all) {
        return line.finding == Finding.EXTRA_GOODS && !all ? line.received - line.announced : line.received;
    }
}
