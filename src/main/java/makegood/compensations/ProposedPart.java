package makegood.compensations;

import java.util.ArrayList;
import java.util.List;
import makegood.platform.Answers;

/**
 * One kind of what is given together: fields {@code type} and {@code amount} of the first, {@code type_2}, {@code amount_2} and
 * so on of more; its worth in minor units. Each kind once.
 */
record ProposedPart(CompensationType type, long amount) {
    private static final int MOST = 3;

    /** Notes on the answers what is wrong; the caller checks them. */
    static List<ProposedPart> read(Answers answers) {
        var parts = new ArrayList<ProposedPart>();
        parts.add(one(answers, "type", "amount"));
        for (int n = 2; n <= MOST; n++) {
            var type = "type_" + n;
            var amount = "amount_" + n;
            if (answers.has(type) || answers.has(amount)) {
                var part = one(answers, type, amount);
                answers.require(
                        parts.stream().noneMatch(p -> p.type == part.type),
                        type,
                        "TWICE",
                        "each kind once: give the sum",
                        "每种补偿只填一次，请填合计");
                parts.add(part);
            }
        }
        return parts;
    }

    private static ProposedPart one(Answers answers, String type, String amount) {
        var chosen = answers.required(type, CompensationType.class);
        long worth = answers.amount(amount).orElse(0L);
        answers.require(worth > 0, amount, "REQUIRED", "what is it worth?", "请填写补偿价值");
        return new ProposedPart(chosen, worth);
    }
}
