package makegood.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What one person sees and does in the browser; every step waits for what it needs. */
final class Screen {
    final Page page;
    private final String root;
    private final List<String> faults = new ArrayList<>();

    Screen(Page page, String root) {
        this.page = page;
        this.root = root;
        page.onPageError(faults::add);
        page.onResponse(answer -> {
            if (answer.status() >= 500) {
                faults.add(answer.status() + " " + answer.url());
            }
        });
    }

    /** Errors of scripts and of the server; a page that draws half of itself would pass many a look at the other half. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    Screen goTo(String path) {
        page.navigate(root + path);
        return this;
    }

    Screen login(String account) {
        goTo("/login");
        page.locator("#username").fill(account);
        page.locator("#password").fill(account);
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        return this;
    }

    Screen tasklist(String part) {
        return goTo("/camunda/app/tasklist/default/" + part);
    }

    /** Anywhere on the page, but only what a person can see. */
    Locator text(String words) {
        return page.getByText(words).locator("visible=true").first();
    }

    Screen reads(String... words) {
        for (var word : words) {
            assertThat(text(word)).isVisible();
        }
        return this;
    }

    /** A list of tasks, and of it what belongs to a case. */
    Screen filter(String name, String caseNumber) {
        text(name).click();
        page.waitForURL(Pattern.compile(".*[?&]filter=.*"));
        var search = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"" + caseNumber
                + "\",\"name\":\"\"}]";
        page.waitForResponse(
                answer -> answer.url().contains("/filter/"),
                () -> page.evaluate(
                        "search => { location.hash = location.hash.replace(/&?searchQuery=[^&]*/, '') + '&searchQuery='"
                                + " + encodeURIComponent(search); }",
                        search));
        return this;
    }

    Screen task(String name) {
        var card = page.locator("li.task").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(card).hasCount(1);
        card.locator(".clickable").first().click();
        return this;
    }

    /** Takes the task; only then its form can be filled. */
    Screen claim(String label) {
        var claim = page.locator(".claim a, button.claim, [ng-click*='claim']")
                .locator("visible=true")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + label + "\\s*$")))
                .first();
        claim.click();
        assertThat(claim).isHidden();
        return this;
    }

    Screen choose(String field, String code) {
        page.locator("mg-code[name=" + field + "] input[value=" + code + "]:enabled")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        var choice = page.locator("mg-code[name=" + field + "] label:has(input[value=" + code + "])");
        choice.click();
        assertThat(choice.locator("input")).isChecked();
        return this;
    }

    Screen select(String field, String code) {
        page.locator("[name=" + field + "] select").selectOption(code);
        return this;
    }

    Screen type(String field, String words) {
        var input = page.locator("[name=" + field + "]").locator("input, textarea");
        input.fill(words);
        input.blur();
        return this;
    }

    /** The answer for the only line that came back. */
    Screen line(String field, String value) {
        var input = page.locator("mg-lines [data-field=" + field + "]");
        if (input.evaluate("node => node.tagName").equals("SELECT")) {
            input.selectOption(value);
        } else {
            input.fill(value);
        }
        return this;
    }

    Screen press(String label) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .locator("visible=true")
                .last()
                .click();
        return this;
    }

    Screen tab(String label) {
        page.locator(".nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + label + "\\s*$")))
                .first()
                .click();
        return this;
    }

    /** No label without words: those show their key. */
    Screen nothingRaw() {
        var raw = Pattern.compile("\\b[A-Z][A-Z0-9]+(_[A-Z0-9]+)+\\b");
        assertThat(page.locator("body"))
                .not()
                .containsText(raw, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
        return this;
    }

    Screen refuses(String words) {
        assertThat(page.locator(".mg-refused")).containsText(words);
        return this;
    }
}
