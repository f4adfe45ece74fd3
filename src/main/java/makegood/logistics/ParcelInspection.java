package makegood.logistics;

import java.util.List;
import java.util.Map;
import makegood.cases.Cases;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/**
 * What the warehouse finds in a parcel that came back by itself. Fields per line {@code receivedQuantity_n} and
 * {@code goodsGrade_n}; {@code outboundFreight} and {@code returnFreight}: what the carrier charges for the two ways.
 */
@Component
class ParcelInspection {
    private final Troubles troubles;
    private final Cases cases;
    private final Ledger ledger;

    ParcelInspection(Troubles troubles, Cases cases, Ledger ledger) {
        this.troubles = troubles;
        this.cases = cases;
        this.ledger = ledger;
    }

    /** A as new, B light traces, C clearly used or damaged, D unusable. */
    enum Grade {
        A("RESTOCK"),
        B("RESTOCK_AS_OPENED"),
        C("REFURBISH"),
        D("SCRAP");

        private final String disposition;

        Grade(String disposition) {
            this.disposition = disposition;
        }
    }

    void record(String caseNumber, Answers answers) throws BusinessRefusal {
        var lines = troubles.lines(caseNumber);
        lines.forEach(line -> check(line, answers));
        var out = answers.amount("outboundFreight");
        var back = answers.amount("returnFreight");
        answers.check();
        for (var line : lines) {
            line.received =
                    answers.quantity("receivedQuantity_" + line.lineNumber).orElse(0);
            line.goodsGrade = answers.optional("goodsGrade_" + line.lineNumber, Grade.class)
                    .map(Grade::name)
                    .orElse(null);
        }
        long charged = charged(caseNumber);
        book(caseNumber, Entry.Kind.OUTBOUND_FREIGHT, out.orElse(charged));
        book(caseNumber, Entry.Kind.RETURN_FREIGHT, back.orElse(charged));
        int pieces = lines.stream().mapToInt(l -> l.received).sum();
        cases.note(caseNumber, "INSPECTED", new Text("Pieces that came back: " + pieces + ".", "退回件数：" + pieces + "。"));
    }

    private static void check(TroubleLine line, Answers answers) {
        var field = "receivedQuantity_" + line.lineNumber;
        var received = answers.quantity(field);
        answers.require(
                received.isPresent() || answers.has(field), field, "REQUIRED", "how many pieces came?", "请填写实收件数");
        answers.require(
                received.orElse(0) <= line.quantity,
                field,
                "OUT_OF_RANGE",
                "at most " + line.quantity,
                "最多 " + line.quantity + " 件");
        var grade = "goodsGrade_" + line.lineNumber;
        answers.require(
                answers.optional(grade, Grade.class).isPresent() || answers.has(grade) || received.orElse(0) == 0,
                grade,
                "REQUIRED",
                "which grade are the goods?",
                "请填写商品等级");
    }

    /** Without the carrier's bill: what the customer was to pay for the way, beside the goods. */
    private long charged(String caseNumber) {
        var order = troubles.order(cases.get(caseNumber));
        long goods = order.lines().stream().mapToLong(l -> l.paid()).sum();
        return order.codDue() > 0 ? Math.max(0, order.codDue() - goods) : order.freightPaid();
    }

    private void book(String caseNumber, Entry.Kind kind, long amount) {
        if (amount == 0) {
            return;
        }
        var c = cases.get(caseNumber);
        ledger.book(new Entry(
                "parcel-back:" + caseNumber + ":" + kind,
                caseNumber,
                c.store(),
                c.orderNumber(),
                null,
                null,
                null,
                kind,
                amount,
                c.currency(),
                c.cause(),
                c.atFault()));
    }

    List<Map<String, Object>> toBook(String caseNumber) {
        return troubles.lines(caseNumber).stream()
                .filter(l -> l.received > 0)
                .map(l -> Map.<String, Object>of(
                        "line",
                        l.lineNumber,
                        "sku",
                        l.sku,
                        "quantity",
                        l.received,
                        "disposition",
                        Grade.valueOf(l.goodsGrade).disposition))
                .toList();
    }
}
