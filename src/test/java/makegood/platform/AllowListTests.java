package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call what, row by row: + is allowed, - is not. */
class AllowListTests {
    private static final String HEADER = "method path agent lead manager admin shop";

    private static Caller member(String team) {
        return new Caller(team + "-person", Set.of(team), Set.of("north"));
    }

    private static final Caller[] WHO = {
        member(Teams.AFTER_SALES),
        member(Teams.LEADS),
        member(Teams.MANAGERS),
        member(Teams.ADMINS),
        member(Teams.SYSTEMS),
    };

    /** {@value #HEADER} */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "GET /task + + + + -",
                "HEAD /task + + + + -",
                "POST /task + + + + -",
                "POST /task/count + + + + -",
                "POST /task/create - - - - -",
                "GET /task/t-1 + + + + -",
                "PUT /task/t-1 - - - - -",
                "DELETE /task/t-1 - - - - -",
                "POST /task/t-1/claim + + + + -",
                "POST /task/t-1/unclaim + + + + -",
                "POST /task/t-1/complete + + + + -",
                "POST /task/t-1/submit-form + + + + -",
                "GET /task/t-1/form-variables + + + + -",
                "POST /task/t-1/assignee - + + + -",
                "POST /task/t-1/delegate - - - - -",
                "POST /task/t-1/resolve - - - - -",
                "POST /task/t-1/bpmnError - - - - -",
                "GET /task/t-1/variables - - - - -",
                "PUT /task/t-1/variables/x - - - - -",
                "POST /task/t-1/localVariables - - - - -",
                "POST /process-definition/key/after-sales-case/start + + + + +",
                "POST /process-definition/key/after-sales-case/submit-form + + + + +",
                "POST /process-definition/key/unknown-parcel/start - - - + -",
                "POST /process-definition/key/refund/start - - - - -",
                "POST /process-definition/key/pay-back/submit-form - - - - -",
                "GET /process-definition - - + + -",
                "GET /process-definition/key/refund/xml - - + + -",
                "GET /process-definition/refund:1:abc - - + + -",
                "DELETE /process-definition/refund:1:abc - - - - -",
                "GET /process-instance - - + + -",
                "POST /process-instance/count - - + + -",
                "GET /process-instance/i-1 - - + + -",
                "POST /process-instance/i-1/modification - - - - -",
                "POST /process-instance/i-1/variables - - - - -",
                "DELETE /process-instance/i-1 - - - - -",
                "POST /process-instance/delete - - - - -",
                "GET /history/process-instance - - + + -",
                "GET /history/detail - - - - -",
                "POST /external-task/fetchAndLock - - - - -",
                "POST /external-task/e-1/complete - - - - -",
                "POST /external-task/e-1/unlock - - - - -",
                "POST /deployment/create - - - - -",
                "GET /deployment - - - - -",
                "POST /filter/create - - - - -",
                "GET /filter - - - - -",
                "POST /message - - - - -",
                "GET /user - - - - -",
                "POST /user/create - - - - -",
                "GET /engine - - - - -",
                "GET /engine/default/task - - - - -",
                "GET /task/..%2Fuser - - - - -",
                "GET /%74ask - - - - -",
            })
    void engineRestIsOpenForThisAndNothingElse(
            String method, String path, char agent, char lead, char manager, char admin, char shop) {
        check(new EngineRestRules(), method, EngineRestRules.ROOT + path, agent, lead, manager, admin, shop);
    }

    /** {@value #HEADER}, {@code ~} stands for the engine behind the web apps. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "GET /camunda/app/tasklist/default/ + + + + -",
                "GET /camunda/app/tasklist/scripts/config.js + + + + -",
                "GET /camunda/app/cockpit/default/ - - + + -",
                "GET /camunda/app/admin/default/ - - - + -",
                "GET /camunda/lib/deps.js + + + + -",
                "GET /camunda/api/admin/auth/user/default + + + + -",
                "POST /camunda/api/admin/setup/default/user/create - - - - -",
                "GET /camunda/api/cockpit/plugin/base/default/process-definition/p/x - - + + -",
                "GET ~/filter + + + + -",
                "GET ~/filter/f-1/list + + + + -",
                "POST ~/filter/f-1/count + + + + -",
                "POST ~/filter/create - - - + -",
                "PUT ~/filter/f-1 - - - + -",
                "DELETE ~/filter/f-1 - - - + -",
                "POST ~/task + + + + -",
                "POST ~/task/create - - - - -",
                "PUT ~/task/t-1 + + + + -",
                "POST ~/task/t-1/claim + + + + -",
                "POST ~/task/t-1/comment/create + + + + -",
                "POST ~/task/t-1/attachment/create - - - - -",
                "POST ~/task/t-1/assignee - + + + -",
                "POST ~/task/t-1/identity-links - + + + -",
                "PUT ~/task/t-1/variables/x - - - - -",
                "POST ~/task/t-1/variables - - - - -",
                "GET ~/process-definition + + + + -",
                "GET ~/process-definition/refund%3A1%3Aab/xml + + + + -",
                "POST ~/process-definition/after-sales-case%3A1%3Aab/submit-form + + + + -",
                "POST ~/process-definition/unknown-parcel%3A1%3Aab/submit-form - - - + -",
                "POST ~/process-definition/refund%3A1%3Aab/submit-form - - - - -",
                "PUT ~/process-definition/refund%3A1%3Aab/suspended - - - - -",
                "DELETE ~/process-definition/refund%3A1%3Aab - - - - -",
                "GET ~/process-instance - - + + -",
                "POST ~/process-instance - - + + -",
                "DELETE ~/process-instance/i-1 - - - - -",
                "POST ~/process-instance/i-1/modification - - - - -",
                "POST ~/process-instance/i-1/variables - - - - -",
                "PUT ~/process-instance/i-1/variables/x - - - - -",
                "POST ~/execution/e-1/signal - - - - -",
                "POST ~/message - - - - -",
                "POST ~/variable-instance - - + + -",
                "POST ~/history/activity-instance/count - - + + -",
                "POST ~/history/process-instance/delete - - - - -",
                "PUT ~/job/j-1/retries - - + + -",
                "POST ~/job/j-1/execute - - - - -",
                "PUT ~/job/j-1/duedate - - - - -",
                "PUT ~/external-task/x-1/retries - - + + -",
                "POST ~/external-task/x-1/complete - - - - -",
                "POST ~/deployment/create - - - - -",
                "DELETE ~/deployment/d-1 - - - - -",
                "GET ~/deployment - - + + -",
                "POST ~/user/create - - - + -",
                "GET ~/user - - + + -",
                "PUT ~/user/agent/credentials - - - + -",
                "PUT ~/user/after-sales-person/credentials + - - + -",
                "DELETE ~/user/agent - - - + -",
                "POST ~/authorization/create - - - + -",
                "GET ~/authorization/check + + + + -",
                "PUT ~/group/leads/members/agent - - - + -",
                "POST ~/migration/execute - - - - -",
                "POST ~/modification/execute - - - - -",
                "POST ~/decision-definition/key/refund-approval/evaluate - - - - -",
                "POST ~/condition - - - - -",
                "POST ~/signal - - - - -",
            })
    void webAppsCallTheseAndNothingElse(
            String method, String path, char agent, char lead, char manager, char admin, char shop) {
        var whole = path.replace("~", "/camunda/api/engine/engine/default");
        check(new WebAppRules(), method, whole, agent, lead, manager, admin, shop);
    }

    /** {@value #HEADER} */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "PUT /api/v1/orders/north/O-1 - - - + +",
                "POST /api/v1/orders/north/O-1/remarks + + + + +",
                "PUT /api/v1/products/north/S-1 - - - + +",
                "PUT /api/v1/stores/north/settings - - + + -",
                "PUT /api/v1/people/new - - - + -",
                "GET /api/v1/people - - - + -",
                "HEAD /api/v1/people/agent - - - + -",
                "POST /api/v1/parcels/T-1/scans - - - + +",
                "GET /api/v1/reports/daily-returns - + + - -",
                "GET /api/v1/reports/reasons/cases - + + - -",
                "HEAD /api/v1/reports/monthly-money.csv - + + - -",
                "GET /api/v1/departments/warehouse/connection - - - + -",
                "PUT /api/v1/departments/warehouse/connection - - - + -",
                "DELETE /api/v1/departments/warehouse/connection - - - + -",
                "PUT /api/v1/departments/warehouse/taken-over - - - + -",
                "GET /api/v1/webhooks/unmatched - - + - -",
                "PUT /api/v1/webhooks/unmatched/e-1 - - + - -",
                "POST /api/v1/text-checks + + + + +",
                "POST /api/v1/cases + + + + +",
                "GET /api/v1/cases + + + + +",
            })
    void factsOfTheShopComeFromSystems(
            String method, String path, char agent, char lead, char manager, char admin, char shop) {
        var rules = new ApiRules();
        char[] expected = {agent, lead, manager, admin, shop};
        for (int i = 0; i < WHO.length; i++) {
            assertThat(rules.allows(method, path, WHO[i]))
                    .as("%s %s by %s", method, path, WHO[i].teams())
                    .isEqualTo(expected[i] == '+');
        }
    }

    private static void check(AllowList rules, String method, String path, char... expected) {
        for (int i = 0; i < WHO.length; i++) {
            assertThat(rules.allows(method, path, WHO[i]))
                    .as("%s %s by %s", method, path, WHO[i].teams())
                    .isEqualTo(expected[i] == '+');
        }
    }

    /** A department's own worker reaches its external tasks and its requests; {@code +} is allowed, {@code -} is not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "POST /engine-rest/external-task/fetchAndLock +",
                "POST /engine-rest/external-task/e-1/complete +",
                "POST /engine-rest/external-task/e-1/bpmnError +",
                "POST /engine-rest/external-task/e-1/failure +",
                "POST /engine-rest/external-task/e-1/extendLock +",
                "POST /engine-rest/external-task/e-1/unlock -",
                "GET /engine-rest/external-task -",
                "POST /engine-rest/external-task -",
                "PUT /engine-rest/external-task/retries -",
                "POST /engine-rest/external-task/e-1/lock -",
                "GET /engine-rest/task -",
                "POST /engine-rest/process-definition/key/after-sales-case/start -",
                "GET /engine-rest/process-instance -",
                "GET /camunda/app/tasklist/default/ -",
                "GET /api/v1/department-requests/r-1 +",
                "POST /api/v1/department-requests/r-1 -",
                "GET /api/v1/cases -",
                "GET /api/v1/me -",
                "POST /api/v1/cases -",
                "POST /api/v1/text-checks -",
                "GET /api/v1/departments/warehouse/connection -",
            })
    void aDepartmentsWorkerReachesItsWorkAndNothingElse(String method, String path, char expected) {
        var worker = member("department-warehouse");
        boolean allowed = path.startsWith("/api/")
                ? new ApiRules().allows(method, path, worker)
                : (path.startsWith("/camunda") ? new WebAppRules() : new EngineRestRules())
                        .allows(method, path, worker);
        assertThat(allowed).isEqualTo(expected == '+');
    }
}
