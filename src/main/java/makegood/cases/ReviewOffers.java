package makegood.cases;

import java.util.EnumSet;
import java.util.Set;
import makegood.platform.Answers;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/**
 * The offers of a review: another procedure, another amount, or to take the request back. What the customer has agreed to
 * already holds at once, everything else is told and waited for; silence leaves the request as it is.
 */
@Component
public class ReviewOffers {
    /** What the gateway after a review reads. */
    public static final String MAKE_OFFER = "MAKE_OFFER";

    public static final String OTHER_AGREED = "OTHER_AGREED";
    private static final Set<ReviewDecision> PLAIN =
            EnumSet.of(ReviewDecision.APPROVE, ReviewDecision.REFUSE, ReviewDecision.ASK_EVIDENCE);
    private static final Text AS_IT_IS =
            new Text("your request stays as it is and we decide on it", "您的申请保持不变，由我们继续审核");

    private final Cases cases;
    private final Offers offers;

    ReviewOffers(Cases cases, Offers offers) {
        this.cases = cases;
        this.offers = offers;
    }

    /**
     * The answer to a review with its offer: field {@code customerAgreed} says whether the customer has agreed already.
     *
     * @param amount to be offered, minor units; null unless the review knows CHANGE_AMOUNT
     */
    public record Answer(Review review, OtherProcedure other, boolean customerAgreed, Long amount) {
        public boolean isOffer() {
            return !PLAIN.contains(review.decision());
        }

        public boolean agreedAtOnce() {
            return review.decision() == ReviewDecision.OFFER_OTHER && customerAgreed;
        }
    }

    /** Notes on the answers what is wrong; the caller checks them. */
    public Answer read(Answers answers, CaseFacts c, Long amount) {
        var other = OtherProcedure.read(answers, c);
        var review = Review.readAny(answers, c.kind().others());
        answers.require(
                review.decision() != ReviewDecision.CHANGE_AMOUNT || amount != null,
                "decision",
                "UNKNOWN_CODE",
                "the amount is settled after the inspection",
                "退款金额在质检后协商");
        return new Answer(review, other, answers.flag("customerAgreed").orElse(false), amount);
    }

    /** Keeps the answer on the case and makes its offer; the code for the gateway. */
    public String keep(CaseFacts c, Answer answer) {
        var caseNumber = c.caseNumber();
        answer.review().keep(cases, caseNumber, answer.agreedAtOnce());
        if (answer.agreedAtOnce()) {
            answer.other().take(cases, caseNumber);
            return OTHER_AGREED;
        }
        if (!answer.isOffer()) {
            return answer.review().decision().name();
        }
        answer.other().keepWishes(cases, caseNumber);
        offers.make(caseNumber, offer(c, answer));
        return MAKE_OFFER;
    }

    private static Offer offer(CaseFacts c, Answer answer) {
        return switch (answer.review().decision()) {
            case CHANGE_AMOUNT -> {
                var sum = Money.plain(answer.amount()) + " " + c.currency();
                var words = new Text("a refund of " + sum + ", and you keep the goods", "退款 " + sum + "，商品无需寄回");
                yield new Offer(NegotiationMove.CHANGE_AMOUNT, words, AS_IT_IS, null, answer.amount());
            }
            case ASK_WITHDRAW -> {
                var words = new Text("you take the request back, as settled between us", "按双方沟通的结果，由您撤销本次申请");
                yield new Offer(NegotiationMove.ASK_WITHDRAW, words, AS_IT_IS, null, null);
            }
            default -> {
                var kind = answer.other().procedure();
                var words = new Text(
                        "to handle it as \"" + kind.text().en() + "\" instead",
                        "改为“" + kind.text().zh() + "”处理");
                yield new Offer(NegotiationMove.CHANGE_TYPE, words, AS_IT_IS, kind, null);
            }
        };
    }

    /**
     * What came of the last offer: CHANGED (the case has its new kind), AMOUNT_AGREED, WITHDRAWN or NOT_AGREED.
     *
     * @param agreedAtOnce the customer had agreed before anything was told
     */
    public String outcome(String caseNumber, boolean agreedAtOnce) {
        if (agreedAtOnce) {
            return "CHANGED";
        }
        var offer = offers.latest(caseNumber).orElseThrow();
        if (offer.answer() != Offer.Answer.ACCEPTED) {
            return "NOT_AGREED";
        }
        return switch (offer.move()) {
            case CHANGE_TYPE -> {
                cases.kind(caseNumber, offer.procedure());
                yield "CHANGED";
            }
            case CHANGE_AMOUNT -> "AMOUNT_AGREED";
            default -> {
                cases.outcome(caseNumber, Outcome.WITHDRAWN, null);
                cases.note(
                        caseNumber,
                        "WITHDRAWN",
                        new Text("The customer took the request back, as we had asked.", "客户已按我方邀请撤销申请。"));
                yield "WITHDRAWN";
            }
        };
    }
}
