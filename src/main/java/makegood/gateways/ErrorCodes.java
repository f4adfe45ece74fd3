package makegood.gateways;

import java.util.Map;
import java.util.Set;
import makegood.departments.Answer;
import makegood.departments.AnswerLost;

/**
 * What a vendor's error codes mean to a refund. Only a code that the vendor documents as final is a no; what is not
 * known here is technical and waits for a person.
 *
 * @param nos the vendor's code to ours
 * @param open codes after which nobody knows whether it was done
 */
record ErrorCodes(String vendor, Map<String, String> nos, Set<String> open) {
    Answer read(String code) {
        if (code == null || open.contains(code)) {
            throw new AnswerLost(vendor + " left it open (" + code + ")");
        }
        if (nos.containsKey(code)) {
            return new Answer.No(nos.get(code));
        }
        throw new IllegalStateException(vendor + " did not take it: " + code);
    }
}
