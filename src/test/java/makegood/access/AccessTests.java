package makegood.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import makegood.Journey;
import makegood.platform.ApiTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Who gets in, and how far, over HTTP on the whole application. */
@Journey
class AccessTests {
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** The only operations that need no login; a webhook is let in by its signature, an error page has no route. */
    private static final Set<String> OPEN = Set.of(
            "GET /login",
            "GET /start/installation.json",
            "POST /api/v1/webhooks/x",
            "POST /api/v1/webhooks/gateways/x",
            "GET /actuator/health",
            "GET /error",
            "POST /error");

    private static final List<String> ENGINE_ROUTES = List.of(
            "GET /engine-rest",
            "GET /engine-rest/engine",
            "GET /engine-rest/version",
            "GET /engine-rest/task",
            "POST /engine-rest/task",
            "GET /engine-rest/process-definition",
            "POST /engine-rest/process-definition/key/after-sales-case/start",
            "GET /engine-rest/process-instance",
            "POST /engine-rest/external-task/fetchAndLock",
            "POST /engine-rest/deployment/create",
            "GET /engine-rest/history/variable-instance",
            "POST /engine-rest/user/create",
            "POST /engine-rest/message",
            "GET /camunda",
            "GET /camunda/",
            "GET /camunda/app/tasklist/default/",
            "GET /camunda/app/cockpit/default/",
            "GET /camunda/app/admin/default/",
            "GET /camunda/api/admin/auth/user/default",
            "GET /camunda/api/engine/engine",
            "GET " + ENGINE + "/task",
            "POST " + ENGINE + "/task",
            "GET " + ENGINE + "/process-definition",
            "POST " + ENGINE + "/identity/password-policy",
            "GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "GET /v3/api-docs",
            "GET /docs",
            "GET /swagger-ui/index.html",
            "GET /actuator",
            "GET /actuator/env",
            "GET /h2-console",
            "GET /no-such-page");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApiTokens tokens;

    private Web as(String account) {
        return Web.basic(port, account, account);
    }

    @Test
    void withoutALoginEveryRouteIsClosed() {
        var routes = new LinkedHashSet<>(ENGINE_ROUTES);
        for (var mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            mapping.getHandlerMethods().keySet().forEach(info -> {
                var methods = info.getMethodsCondition().getMethods();
                for (var pattern : info.getPatternValues()) {
                    var path = pattern.replaceAll("\\{[^}]+}", "x").replace("**", "x");
                    (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                            .forEach(method -> routes.add(method + " " + path));
                }
            });
        }
        routes.removeAll(OPEN);
        assertThat(routes).hasSizeGreaterThan(ENGINE_ROUTES.size() + 10);
        var nobody = Web.nobody(port);
        for (var route : routes) {
            var parts = route.split(" ");
            var answer = nobody.send(parts[0], parts[1], "application/json", parts[0].equals("GET") ? null : "{}");
            assertThat(answer.statusCode()).as(route).isIn(401, 403, 404);
        }
    }

    @Test
    void startPageLoginAndHealthAreOpen() {
        var nobody = Web.nobody(port);
        assertThat(nobody.get("/login").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void aBrowserIsLedToTheLoginPage() {
        var nobody = Web.nobody(port);
        var answer = nobody.send("GET", "/camunda/app/tasklist/default/", null, null, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(nobody.location(answer)).isEqualTo("/login");
    }

    @Test
    void whoeverComesFirstDoesNotBecomeAdministrator() {
        var body = "{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"evil\"}}";
        for (var caller : List.of(Web.nobody(port), as("agent"), as("admin"))) {
            for (var path : List.of(
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/setup/other/user/create",
                    "/camunda/api/admin/setup")) {
                assertThat(caller.post(path, body).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(caller.get("/camunda/app/admin/default/setup/").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void wrongPasswordsAndTokensAreRefused() {
        assertThat(Web.basic(port, "legal", "wrong").get("/api/v1/cases").statusCode())
                .isEqualTo(401);
        assertThat(Web.basic(port, "nobody", "nobody").get("/api/v1/cases").statusCode())
                .isEqualTo(401);
        assertThat(Web.bearer(port, "wrong").get("/api/v1/cases").statusCode()).isEqualTo(401);
        assertThat(Web.bearer(port, "demo-shop-token").get("/api/v1/cases").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRevokedTokenIsWorthNothing() {
        tokens.issue("shop", "another-token");
        assertThat(Web.bearer(port, "another-token").get("/api/v1/cases").statusCode())
                .isEqualTo(200);
        tokens.revoke("another-token");
        assertThat(Web.bearer(port, "another-token").get("/api/v1/cases").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSessionNeedsTheTokenOfThePage() {
        var agent = Web.session(port, "agent");
        assertThat(agent.get("/api/v1/cases").statusCode()).isEqualTo(200);
        assertThat(agent.post("/api/v1/cases", "{}").body()).contains("CSRF_TOKEN_MISSING");
        var answer =
                agent.send("POST", "/api/v1/cases", "application/json", "{}", "X-MG-XSRF", agent.cookie("MG-XSRF"));
        assertThat(answer.statusCode()).isEqualTo(422); // read, and refused for its fields only
    }

    @Test
    void theSessionIsNoLoginForTheEnginesRest() {
        assertThat(Web.session(port, "agent").get("/engine-rest/task").statusCode())
                .isEqualTo(401);
        assertThat(as("agent").get("/engine-rest/task").statusCode()).isEqualTo(200);
    }

    @Test
    void tasklistsLogoutEndsTheSession() {
        var agent = Web.session(port, "agent");
        agent.get("/camunda/app/tasklist/default/");
        assertThat(agent.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"agent\"");
        var out = agent.send("POST", "/camunda/api/admin/auth/user/default/logout", null, null);
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(agent.get("/api/v1/cases").statusCode()).isEqualTo(401);
    }

    @Test
    void tasklistsOwnLoginFormLetsIn() {
        var legal = Web.nobody(port);
        var path = "/camunda/api/admin/auth/user/default/login/tasklist";
        var type = "application/x-www-form-urlencoded";
        assertThat(legal.send("POST", path, type, "username=legal&password=no").statusCode())
                .isEqualTo(401);
        assertThat(legal.send("POST", path, type, "username=legal&password=legal")
                        .body())
                .contains("\"userId\":\"legal\"");
        assertThat(legal.get(ENGINE + "/task/count").statusCode()).isEqualTo(200);
    }

    @Test
    void cockpitIsForManagersAndAdminForAdministrators() {
        var cockpit = "/camunda/app/cockpit/default/";
        var admin = "/camunda/app/admin/default/";
        assertThat(Web.session(port, "agent").get(cockpit).statusCode()).isEqualTo(403);
        assertThat(Web.session(port, "lead").get(cockpit).statusCode()).isEqualTo(403);
        var manager = Web.session(port, "manager");
        assertThat(manager.get(cockpit).statusCode()).isEqualTo(200);
        assertThat(manager.get(admin).statusCode()).isEqualTo(403);
        assertThat(Web.session(port, "admin").get(admin).statusCode()).isEqualTo(200);
        assertThat(Web.basic(port, "shop", "shop")
                        .get("/camunda/app/tasklist/default/")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusedPagesAreOurOwn() {
        var answer = Web.session(port, "agent")
                .send("GET", "/camunda/app/cockpit/default/", null, null, "Accept", "text/html");
        assertThat(answer.body()).contains("没有打开此页面的权限").doesNotContain("Whitelabel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${1+1}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}",
                "{\"orQueries\":[{\"nameLike\":\"x\"},{\"dueBeforeExpression\":\"${now()}\"}]}"
            })
    void noQueryRunsAnExpressionOnEitherRoot(String query) {
        for (var account : List.of("agent", "manager", "admin")) {
            for (var path : List.of("/task", "/task/count")) {
                assertThat(as(account).post("/engine-rest" + path, query).statusCode())
                        .isEqualTo(400);
            }
            var browser = Web.session(port, account);
            browser.get("/camunda/app/tasklist/default/"); // brings the web apps' own token
            var token = browser.cookie("XSRF-TOKEN");
            for (var path : List.of("/task", "/task/count")) {
                var answer = browser.send("POST", ENGINE + path, "application/json", query, "X-XSRF-TOKEN", token);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            }
            var filter = "{\"resourceType\":\"Task\",\"name\":\"evil\",\"query\":" + query + "}";
            var answer =
                    browser.send("POST", ENGINE + "/filter/create", "application/json", filter, "X-XSRF-TOKEN", token);
            assertThat(answer.statusCode())
                    .as(answer.body())
                    .isEqualTo(
                            account.equals("admin") && !query.contains("now")
                                    ? 400
                                    : account.equals("admin") ? 200 : 403);
        }
    }

    @Test
    void brokenInputNeverFailsTheEngine() {
        var agent = as("agent");
        var start = "/engine-rest/process-definition/key/after-sales-case/start";
        for (var body : List.of(
                "{",
                "[]",
                "{\"variables\":5}",
                "{\"variables\":{\"store\":\"north\"}}",
                "{\"variables\":{\"store\":{\"value\":5}}}",
                "{\"variables\":{\"store\":{\"value\":\"north\",\"type\":\"Wrong\"}}}",
                "{\"variables\":{\"store\":{\"value\":\"rO0AB\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":"
                        + "\"java.util.HashMap\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
                "{\"variables\":{\"store\":{\"value\":\"<!DOCTYPE a>\",\"type\":\"Xml\"}}}")) {
            assertThat(agent.post(start, body).statusCode()).as(body).isBetween(400, 499);
        }
        assertThat(agent.get("/engine-rest/task?priority=x").statusCode()).isEqualTo(400);
        assertThat(agent.get("/engine-rest/task/x%27--").statusCode()).isBetween(400, 499);
        assertThat(agent.post("/engine-rest/task/no-such-task/complete", "{}").statusCode())
                .isEqualTo(404);
        assertThat(agent.post("/engine-rest/task/no-such-task/claim", "{\"userId\":\"agent\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void administratorsMakeAccountsThatCountAtOnce() {
        var admin = as("admin");
        var person = "{\"password\":\"%s\",\"grade\":\"JUNIOR\",\"teams\":[\"after-sales\"],\"stores\":[\"%s\"]}";
        var made = admin.put("/api/v1/people/li.na", person.formatted("first-password", "north"));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).doesNotContain("first-password").contains("\"grade\":\"JUNIOR\"");
        var before = Web.basic(port, "li.na", "first-password");
        assertThat(before.get("/engine-rest/task/count").statusCode()).isEqualTo(200);
        admin.put("/api/v1/people/li.na", person.formatted("second-password", "south"));
        assertThat(before.get("/engine-rest/task/count").statusCode()).isEqualTo(401);
        assertThat(Web.basic(port, "li.na", "second-password")
                        .get("/engine-rest/task/count")
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.get("/api/v1/people/li.na").body()).contains("\"stores\":[\"south\"]");
        for (int slip = 0; slip < 5; slip++) { // at any moment of a second
            assertThat(before.get("/engine-rest/task/count").statusCode()).isEqualTo(401);
            assertThat(Web.basic(port, "li.na", "second-password")
                            .get("/engine-rest/task/count")
                            .statusCode())
                    .as("the right password after a wrong one")
                    .isEqualTo(200);
        }
        for (var account : List.of("agent", "lead", "manager", "shop")) {
            assertThat(as(account).get("/api/v1/people").statusCode()).isEqualTo(403);
            assertThat(as(account)
                            .put("/api/v1/people/evil", person.formatted("evil-password", "north"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void administratorsIssueAndRevokeTokens() {
        var admin = as("admin");
        var path = "/api/v1/people/product/tokens";
        assertThat(as("shop").post(path, "").statusCode()).isEqualTo(403);
        var issued = admin.post(path, "").body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        assertThat(Web.bearer(port, issued).get("/api/v1/cases").statusCode()).isEqualTo(200);
        assertThat(admin.send("DELETE", path, null, null).statusCode()).isEqualTo(204);
        assertThat(Web.bearer(port, issued).get("/api/v1/cases").statusCode()).isEqualTo(401);
    }

    @Test
    void pagesForbidForeignScriptsAndFrames() {
        var headers = Web.nobody(port).get("/login").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe-inline");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        var cookies =
                Web.nobody(port).get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie");
        assertThat(String.join("\n", cookies)).contains("SameSite=Lax");
    }
}
