package makegood.resends;

import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.Cases.GoodsDue;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import makegood.orders.Line;
import makegood.orders.Lines;
import org.springframework.stereotype.Component;

/** What a resend costs, booked once per attempt and piece; what has arrived is noted on the order's lines. */
@Component
class ResendBooks {
    private final Resends resends;
    private final Cases cases;
    private final Ledger ledger;
    private final Lines lines;

    ResendBooks(Resends resends, Cases cases, Ledger ledger, Lines lines) {
        this.resends = resends;
        this.cases = cases;
        this.ledger = ledger;
        this.lines = lines;
    }

    void arrived(String caseNumber) {
        var c = cases.get(caseNumber);
        int position = 0;
        for (var piece : cases.goodsDue(caseNumber)) {
            book(c, "resend:" + ++position, piece, Entry.Kind.RESEND, c.cause(), c.atFault());
        }
        resends.pieces(c).forEach(p -> lines.resent(c.store(), c.orderNumber(), p.line(), p.quantity()));
    }

    /** What we sent has got lost on its way: gone, beside what is sent after it. */
    void lost(String caseNumber) {
        var c = cases.get(caseNumber);
        int position = 0;
        for (var piece : cases.goodsDue(caseNumber)) {
            book(c, "resend-lost:" + ++position, piece, Entry.Kind.WRITE_OFF, "LOST", "CARRIER");
        }
    }

    /** Wrong goods that stay with the customer or never come back. */
    void wrongGoodsGone(String caseNumber, GoodsDue goods) {
        var c = cases.get(caseNumber);
        book(c, "wrong-goods", goods, Entry.Kind.WRITE_OFF, c.cause(), c.atFault());
    }

    private void book(CaseFacts c, String what, GoodsDue piece, Entry.Kind kind, String cause, String unit) {
        var attempt = resends.get(c.caseNumber()).attempts;
        ledger.book(new Entry(
                what + ":" + c.caseNumber() + ":" + attempt,
                c.caseNumber(),
                c.store(),
                c.orderNumber(),
                piece.line(),
                piece.sku(),
                resends.order(c).line(piece.line()).map(Line::model).orElse(null),
                kind,
                piece.unitValue() * piece.quantity(),
                c.currency(),
                cause,
                unit));
    }
}
