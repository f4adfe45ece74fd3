package makegood.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which of several equal nodes this is: its name stands in locks, logs and calls to departments. */
@Component
public record Node(@Value("${makegood.node}") String name) {
    public Node {
        if (!name.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalArgumentException(
                    "makegood.node must be 1 to 40 letters, digits, dots, dashes or underscores: " + name);
        }
    }
}
