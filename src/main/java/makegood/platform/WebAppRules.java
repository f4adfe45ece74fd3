package makegood.platform;

import static makegood.platform.Teams.ADMINS;
import static makegood.platform.Teams.LEADS;
import static makegood.platform.Teams.MANAGERS;
import static makegood.platform.Teams.PEOPLE;
import static makegood.platform.Teams.WAREHOUSE;

import java.util.Set;

/**
 * What the web apps may call. Behind them lies the whole engine REST again, so Tasklist's people get what Tasklist
 * calls, managers what Cockpit calls to look and to repair, administrators what Admin calls. Nobody deploys, modifies
 * or writes variables.
 */
final class WebAppRules extends AllowList {
    static final String ROOT = "/camunda";
    private static final String ENGINE = ROOT + "/api/engine/engine/default";
    private static final Set<String> WATCHING = Set.of(MANAGERS, ADMINS);
    private static final Set<String> ADMIN = Set.of(ADMINS);

    WebAppRules() {
        pages();
        tasklist();
        tasks();
        starts();
        cockpit();
        admin();
    }

    private void pages() {
        allow("GET", ROOT + "/?", PEOPLE);
        allow("GET", ROOT + "/app/(?:tasklist|welcome)/**", PEOPLE);
        allow("GET", ROOT + "/app/cockpit/**", WATCHING);
        allow("GET", ROOT + "/app/admin/**", ADMIN);
        allow("GET", ROOT + "/(?:lib|assets|favicon.ico|webjars)/**", PEOPLE);
        allow("GET", ROOT + "/api/(?:tasklist|welcome)/plugin/{id}/static/**", PEOPLE);
        allow("GET", ROOT + "/api/admin/auth/user/default", PEOPLE);
        allow("GET", ROOT + "/api/engine/(?:engine/?|version)", PEOPLE);
    }

    private void tasklist() {
        allow("GET OPTIONS", ENGINE + "/filter(?:/count)?/?", PEOPLE);
        allow("GET OPTIONS", ENGINE + "/filter/{id}", PEOPLE);
        allow("GET POST", ENGINE + "/filter/{id}/(?:list|count|singleResult)", PEOPLE);
        allow("GET", ENGINE + "/user/{id}/profile", PEOPLE);
        allow("PUT", ENGINE + "/user/{me}/(?:credentials|profile)", PEOPLE);
        allow("OPTIONS", ENGINE + "/user/{me}", PEOPLE);
        allow("GET POST", ENGINE + "/group(?:/count)?", PEOPLE); // own teams, on the page of one's profile
        allow("GET", ENGINE + "/authorization/check", PEOPLE);
        allow("GET POST", ENGINE + "/identity/password-policy", PEOPLE);
        allow("GET", ENGINE + "/identity/groups", PEOPLE);
        allow("GET", ENGINE + "/history/user-operation(?:/count)?", PEOPLE);
    }

    private void tasks() {
        allow("GET POST OPTIONS", ENGINE + "/task(?:/count)?/?", PEOPLE);
        allow("GET", ENGINE + "/task/{id}", PEOPLE);
        allow("GET", ENGINE + "/task/{id}/(?:form|form-variables|rendered-form|deployed-form)", PEOPLE);
        allow("GET", ENGINE + "/task/{id}/(?:identity-links|comment|attachment)", PEOPLE);
        allow("POST", ENGINE + "/task/{id}/(?:claim|unclaim|complete|submit-form|comment/create)", PEOPLE);
        allow("PUT", ENGINE + "/task/{id}/?", PEOPLE); // follow-up date: the guard refuses every other change
        allow("POST", ENGINE + "/task/{id}/assignee", Set.of(LEADS, MANAGERS, ADMINS));
        allow("POST", ENGINE + "/task/{id}/identity-links(?:/delete)?", Set.of(LEADS, MANAGERS, ADMINS));
    }

    private void starts() {
        var definition = ENGINE + "/process-definition";
        allow("GET", definition + "(?:/count)?/?", PEOPLE);
        allow("GET", definition + "/(?:key/)?{id}(?:/xml|/diagram)?", PEOPLE);
        allow(
                "GET",
                definition + "/(?:key/)?{id}/(?:startForm|form-variables|rendered-form|deployed-start-form)",
                PEOPLE);
        allow("POST", definition + "/(?:key/)?after-sales-case[^/]*/(?:start|submit-form)", PEOPLE);
        allow("POST", definition + "/(?:key/)?unknown-parcel[^/]*/(?:start|submit-form)", Set.of(WAREHOUSE, ADMINS));
    }

    private void cockpit() {
        allow("GET", ROOT + "/api/cockpit/plugin/{id}/static/**", WATCHING);
        allow("GET POST", ROOT + "/api/cockpit/plugin/base/default/**", WATCHING);
        allow("GET OPTIONS", ENGINE + "/**", WATCHING);
        var asked = "process-instance|execution|variable-instance|job|job-definition|external-task|incident";
        allow("POST", ENGINE + "/(?:" + asked + ")(?:/count)?/?", WATCHING);
        allow(
                "POST",
                ENGINE + "/history/(?:process-instance|activity-instance|task|variable-instance|incident"
                        + "|decision-instance|job-log|external-task-log|detail)(?:/count)?/?",
                WATCHING);
        allow("PUT", ENGINE + "/(?:job|job-definition|external-task)/{id}/retries", WATCHING);
        allow("PUT DELETE", ENGINE + "/incident/{id}/annotation", WATCHING);
    }

    private void admin() {
        allow("GET", ROOT + "/api/admin/plugin/**", ADMIN);
        allow("GET POST PUT DELETE", ENGINE + "/(?:user|group|tenant|authorization)/**", ADMIN);
        allow("GET POST PUT DELETE", ENGINE + "/filter/(?:create|{id})", ADMIN);
    }
}
