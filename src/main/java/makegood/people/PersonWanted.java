package makegood.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import makegood.platform.FieldError;
import makegood.platform.InvalidInput;
import makegood.platform.Teams;
import makegood.platform.Text;

/** Body of {@code PUT /api/v1/people/{account}}. An absent password leaves the one of an existing account. */
record PersonWanted(String password, String grade, Set<String> teams, Set<String> stores) {
    static final Pattern ACCOUNT = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}");
    private static final Set<String> GRADES =
            Set.of("JUNIOR", "MID", "SENIOR", "LEAD", "MANAGER", "FINANCE", "QUALITY", "NONE");

    @Override
    public String toString() { // the password never reaches a log
        return "PersonWanted[" + grade + ", " + teams + ", " + stores + "]";
    }

    Grade asGrade() {
        return grade == null ? Grade.NONE : Grade.valueOf(grade);
    }

    Set<String> allTeams() {
        return teams == null ? Set.of() : teams;
    }

    Set<String> allStores() {
        return stores == null ? Set.of() : stores;
    }

    /** Refuses with every broken field at once. */
    void check(String account, boolean exists, int shortest, Map<String, String> knownTeams, Set<String> knownStores)
            throws InvalidInput {
        var errors = new ArrayList<FieldError>();
        if (!ACCOUNT.matcher(account).matches()) {
            errors.add(new FieldError(
                    "/account",
                    "FORMAT",
                    new Text("letters, digits and . _ @ -, at most 64", "仅限字母、数字和 . _ @ -，最多 64 个字符")));
        }
        checkPassword(exists, shortest, errors);
        if (grade != null && !GRADES.contains(grade)) {
            errors.add(new FieldError(
                    "/grade",
                    "UNKNOWN_CODE",
                    new Text("one of " + String.join(", ", GRADES), "须为以下之一：" + String.join("、", GRADES))));
        }
        unknown("/teams", allTeams(), knownTeams.keySet(), errors);
        unknown("/stores", allStores(), knownStores, errors);
        alone(errors);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private void checkPassword(boolean exists, int shortest, List<FieldError> errors) {
        if (password == null && exists) {
            return;
        }
        int length = password == null ? 0 : password.length();
        if (length < shortest || length > 200) {
            errors.add(new FieldError(
                    "/password",
                    password == null ? "REQUIRED" : "LENGTH",
                    new Text(shortest + " to 200 characters", "长度须为 " + shortest + " 至 200 个字符")));
        }
    }

    /** A department's worker is a program of others: it holds no second place in the house. */
    private void alone(List<FieldError> errors) {
        boolean worker = allTeams().stream().anyMatch(team -> team != null && team.startsWith(Teams.DEPARTMENT));
        if (worker && (allTeams().size() > 1 || grade != null && !grade.equals(Grade.NONE.name()))) {
            errors.add(new FieldError(
                    "/teams",
                    "DEPARTMENT_ALONE",
                    new Text("a department's account has one team and no grade", "部门账号只能有一个团队，且没有级别")));
        }
    }

    private static void unknown(String pointer, Set<String> given, Set<String> known, List<FieldError> errors) {
        for (var name : given) {
            if (name == null || !known.contains(name)) {
                var shown = name == null ? "null" : name.substring(0, Math.min(40, name.length()));
                errors.add(new FieldError(pointer, "UNKNOWN_CODE", new Text("there is no " + shown, "不存在 " + shown)));
            }
        }
    }
}
