package makegood.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.EvidenceLevel;
import makegood.cases.Reason;
import org.springframework.stereotype.Component;

/**
 * Where we sent the wrong article, two shelves are wrong: the ordered one was booked out and never left, the other left
 * unbooked. They are put right as soon as it is proved, the second one once its article is known; and what the warehouse
 * finds in the parcel has the last word.
 */
@Component
class ShelfCorrections {
    private static final String NEVER_LEFT = "NEVER_LEFT";
    private static final String LEFT_UNBOOKED = "LEFT_UNBOOKED";

    private final Returns returns;
    private final Cases cases;

    ShelfCorrections(Returns returns, Cases cases) {
        this.returns = returns;
        this.cases = cases;
    }

    /** A person has seen the proof, and nothing was put right yet. */
    boolean due(String caseNumber) {
        var c = cases.get(caseNumber);
        return c.reason() == Reason.WRONG_GOODS
                && c.evidence() == EvidenceLevel.SUFFICIENT
                && returns.begin(caseNumber) != null
                && returns.lines(caseNumber).stream().allMatch(l -> l.neverLeft == 0 && l.finding == null);
    }

    /** @param wrongSku the article that left instead; null while nobody knows */
    List<Map<String, Object>> agreed(String caseNumber, String wrongSku) {
        var moves = new ArrayList<Map<String, Object>>();
        for (var line : returns.lines(caseNumber)) {
            neverLeft(line, line.announced, moves);
            leftInstead(line, wrongSku, line.announced, moves);
        }
        return moves;
    }

    /** By what came: pieces that are about to be booked. */
    List<Map<String, Object>> found(String caseNumber) {
        var moves = new ArrayList<Map<String, Object>>();
        if (cases.get(caseNumber).reason() != Reason.WRONG_GOODS) {
            return moves;
        }
        for (var line : returns.lines(caseNumber)) {
            int pieces = line.toBook();
            if (pieces <= 0) {
                continue;
            }
            if (line.came().equals(line.sku)) {
                wasRight(line, moves);
            } else {
                neverLeft(line, Math.max(0, line.bookedPieces + pieces - line.neverLeft), moves);
                leftInstead(line, line.came(), line.leftInstead == null ? pieces : line.neverLeft, moves);
            }
        }
        return moves;
    }

    private static void neverLeft(ReturnLine line, int pieces, List<Map<String, Object>> moves) {
        if (pieces > 0) {
            line.neverLeft += pieces;
            moves.add(move(line, line.sku, pieces, true, NEVER_LEFT));
        }
    }

    private static void leftInstead(ReturnLine line, String sku, int pieces, List<Map<String, Object>> moves) {
        if (sku == null || sku.equals(line.leftInstead)) {
            return;
        }
        if (line.leftInstead != null) { // it was another one than the customer said
            moves.add(move(line, line.leftInstead, pieces, true, LEFT_UNBOOKED));
        }
        moves.add(move(line, sku, pieces, false, LEFT_UNBOOKED));
        line.leftInstead = sku;
    }

    /** The ordered article came back: it had left after all, and nothing else in its place. */
    private static void wasRight(ReturnLine line, List<Map<String, Object>> moves) {
        if (line.neverLeft > 0) {
            moves.add(move(line, line.sku, line.neverLeft, false, NEVER_LEFT));
            if (line.leftInstead != null) {
                moves.add(move(line, line.leftInstead, line.neverLeft, true, LEFT_UNBOOKED));
            }
            line.neverLeft = 0;
            line.leftInstead = null;
        }
    }

    /** Onto the shelf, or off it for good ({@code from}). */
    private static Map<String, Object> move(ReturnLine line, String sku, int pieces, boolean onto, String reason) {
        var move = new HashMap<String, Object>();
        move.put("line", line.lineNumber);
        move.put("sku", sku);
        move.put("quantity", pieces);
        move.put(onto ? "disposition" : "from", "RESTOCK");
        move.put("reason", reason);
        return move;
    }
}
