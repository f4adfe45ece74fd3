package makegood.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every error of /api/v1 as a problem in the caller's language; bad input is never a 5xx. */
@RestControllerAdvice
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Set<Integer> LOST_RACES = Set.of(1205, 1213, 50200, 40001, 90131);
    /** MySQL is shutting down, has broken off a query, or has hung up; H2 has closed its database. */
    private static final Set<Integer> GONE = Set.of(1053, 1077, 1317, 2006, 2013, 3024, 90098, 90121);

    private static final Pattern CLOSED =
            Pattern.compile("(?i)(connection|statement|resultset|result set) (is )?closed");
    static final Text MALFORMED = new Text("The request could not be read.", "请求格式不正确。");
    static final Text CONFLICT =
            new Text("Somebody else changed this at the same moment. Try again.", "同一时刻有其他操作，请重试。");
    private static final Text AWAY =
            new Text("The database does not answer. Try again in a moment.", "数据库暂时没有响应，请稍后重试。");
    static final Text BROKEN = new Text("Something went wrong on our side; it is logged.", "系统内部错误，已记录日志。");

    @ExceptionHandler
    ResponseEntity<Problem> any(Exception thrown, HttpServletRequest request) {
        var refusal = BusinessRefusal.in(thrown);
        if (refusal != null) {
            return answer(Problem.of(refusal));
        }
        var problem = known(thrown);
        logged(LOG, problem.status(), request.getMethod() + " " + request.getRequestURI(), thrown);
        return answer(problem);
    }

    /** A fault of ours with its stack; a database that is away in a line, or an outage buries everything else. */
    static void logged(Logger log, int status, String what, Throwable thrown) {
        if (status == 503) {
            log.warn("{}: 503, {}", what, String.valueOf(thrown));
        } else if (status >= 500) {
            log.error(what, thrown);
        }
    }

    /** What a technical exception means for the caller, whichever surface it came through. */
    public static Problem known(Throwable thrown) {
        if (thrown instanceof AccessDeniedException) {
            return Problem.of(403, "FORBIDDEN", new Text("You may not do this.", "没有权限。"));
        }
        if (thrown instanceof HttpMessageNotReadableException
                || thrown instanceof MethodArgumentTypeMismatchException) {
            return Problem.of(400, "MALFORMED_REQUEST", MALFORMED);
        }
        if (thrown instanceof ErrorResponse error && error.getStatusCode().value() < 500) {
            int status = error.getStatusCode().value();
            var text = status == 404 ? new Text("Nothing is here.", "没有找到。") : MALFORMED;
            return Problem.of(status, status == 404 ? "NOT_FOUND" : "MALFORMED_REQUEST", text);
        }
        for (var t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && lostRace(sql)) {
                return Problem.of(409, "CONFLICT_TRY_AGAIN", CONFLICT);
            }
        }
        for (var t = thrown; t != null; t = t.getCause()) {
            if (t instanceof ConcurrencyFailureException
                    || t instanceof DataIntegrityViolationException
                    || t instanceof org.camunda.bpm.engine.OptimisticLockingException
                    || Races.movedMeanwhile(t)) {
                return Problem.of(409, "CONFLICT_TRY_AGAIN", CONFLICT);
            }
            if (t instanceof DataAccessResourceFailureException
                    || t instanceof CannotCreateTransactionException
                    || t instanceof QueryTimeoutException
                    || t instanceof TransientDataAccessException
                    || t instanceof SQLException sql && cutOff(sql)) {
                return Problem.of(503, "DATABASE_AWAY", AWAY);
            }
        }
        return Problem.of(500, "INTERNAL_ERROR", BROKEN);
    }

    /**
     * The connection was lost or none was to be had, whoever of Spring, Hibernate and the engine has wrapped it in what. One
     * that is found closed in the middle of a step says so without a state (the pool) or with one for bad arguments (MySQL).
     */
    private static boolean cutOff(SQLException failed) {
        return failed instanceof SQLTransientConnectionException // of the pool, without a state
                || failed instanceof SQLNonTransientConnectionException
                || failed instanceof SQLRecoverableException
                || failed instanceof SQLTimeoutException
                || String.valueOf(failed.getSQLState()).startsWith("08")
                || GONE.contains(failed.getErrorCode())
                || CLOSED.matcher(String.valueOf(failed.getMessage())).find();
    }

    /** Waited too long for somebody else's lock, or lost a deadlock: Spring calls some of these a slow query. */
    static boolean lostRace(SQLException failed) {
        return LOST_RACES.contains(failed.getErrorCode())
                || String.valueOf(failed.getSQLState()).startsWith("40");
    }

    static ResponseEntity<Problem> answer(Problem problem) {
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(problem);
    }
}
