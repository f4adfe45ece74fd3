package makegood.platform;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** What a failure of the engine means for its caller. */
final class EngineProblem {
    private static final Text UNKNOWN = new Text("There is no such thing for you.", "没有找到。");
    private static final Text FORBIDDEN = new Text("Your account may not do this.", "您的账号没有此操作的权限。");

    /** The engine says "not your tenant" only in words. */
    private static final Pattern FOREIGN = Pattern.compile("ENGINE-13034|belongs to no authenticated tenant");

    /** Completed by somebody else between two reads: the case stands at its next step. */
    private static final Pattern MOVED_ON = Pattern.compile("ENGINE-02010|doesn't accept signals");

    private static final Pattern MISSING =
            Pattern.compile("(?i)cannot find|does not exist|(?:task|instance|definition|filter|job) is null");
    /** Said of what was given, by exceptions that have no type of their own. */
    private static final Pattern INPUT =
            Pattern.compile("(?i)serializ|doctype|dto.{1,2} is null|unsupported value type|JsonMapping"
                    + "|JsonParse|MismatchedInput|InvalidRequestException|cannot be cast|cannot (?:parse|convert)");

    private EngineProblem() {}

    /** {@code failed} may be null: nothing of the engine ran, then {@code text} (the answer's body) is all there is. */
    static Problem of(Throwable failed, String text) {
        var refusal = BusinessRefusal.in(failed);
        if (refusal != null) {
            return Problem.of(refusal);
        }
        for (var t = failed; t != null; t = t.getCause()) {
            var known = one(t);
            if (known != null) {
                return known;
            }
        }
        var general = failed == null ? null : Problems.known(failed);
        if (general != null && general.status() != 500) {
            return general;
        }
        boolean input = INPUT.matcher(failed == null ? text : String.valueOf(failed.getMessage()))
                .find();
        return input ? malformed() : Problem.of(500, "INTERNAL_ERROR", Problems.BROKEN);
    }

    private static Problem one(Throwable t) {
        var words = t.getMessage() == null ? "" : t.getMessage();
        if (FOREIGN.matcher(words).find() || t instanceof NotFoundException) {
            return Problem.of(404, "NOT_FOUND", UNKNOWN);
        }
        if (t instanceof AuthorizationException) {
            return Problem.of(403, "FORBIDDEN", FORBIDDEN);
        }
        if (t instanceof TaskAlreadyClaimedException
                || t instanceof SuspendedEntityInteractionException
                || MOVED_ON.matcher(words).find()
                || t instanceof NullPointerException && Races.movedMeanwhile(t)) {
            return Problem.of(409, "CONFLICT_TRY_AGAIN", Problems.CONFLICT);
        }
        if (t instanceof NullValueException) {
            return MISSING.matcher(words).find() ? Problem.of(404, "NOT_FOUND", UNKNOWN) : malformed();
        }
        if (t instanceof BadUserRequestException
                || t instanceof NotValidException
                || t instanceof ParseException
                || t instanceof FormFieldValidationException
                || t instanceof ClassCastException
                || t instanceof IllegalArgumentException) {
            return malformed();
        }
        return t instanceof SQLException sql ? database(sql) : null;
    }

    private static Problem database(SQLException failed) {
        var state = failed.getSQLState() == null ? "" : failed.getSQLState();
        if (Problems.lostRace(failed) || state.startsWith("23")) {
            return Problem.of(409, "CONFLICT_TRY_AGAIN", Problems.CONFLICT);
        }
        return state.startsWith("22") ? malformed() : null; // too long, wrong number
    }

    private static Problem malformed() {
        return Problem.of(400, "MALFORMED_REQUEST", Problems.MALFORMED);
    }
}
