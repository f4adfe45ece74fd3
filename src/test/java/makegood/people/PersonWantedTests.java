package makegood.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Set;
import makegood.platform.FieldError;
import makegood.platform.InvalidInput;
import org.junit.jupiter.api.Test;

class PersonWantedTests {
    private static final Map<String, String> TEAMS = Map.of("after-sales", "", "leads", "");
    private static final Set<String> STORES = Set.of("north");

    private static void check(String account, boolean exists, PersonWanted wanted) throws InvalidInput {
        wanted.check(account, exists, 10, TEAMS, STORES);
    }

    @Test
    void everyBrokenFieldIsNamedAtOnce() {
        var wanted = new PersonWanted("short", "KING", Set.of("nobody"), Set.of("east"));
        var refused = catchThrowableOfType(InvalidInput.class, () -> check("no good name", false, wanted));
        assertThat(refused.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/account", "/password", "/grade", "/teams", "/stores");
    }

    @Test
    void aNewAccountNeedsAPasswordAndAnOldOneKeepsIts() {
        var wanted = new PersonWanted(null, "MID", Set.of("after-sales"), Set.of("north"));
        assertThat(catchThrowableOfType(InvalidInput.class, () -> check("li.na", false, wanted))
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("REQUIRED");
        assertThatCode(() -> check("li.na", true, wanted)).doesNotThrowAnyException();
    }

    @Test
    void thePasswordIsInNoLog() {
        assertThat(new PersonWanted("a long password", "MID", null, null).toString())
                .doesNotContain("a long password");
    }
}
