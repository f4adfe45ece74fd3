package makegood.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON object of a request, read field by field: nothing is coerced, and every fault is collected with its pointer, so
 * that a caller mends a large body in one go. Absent fields and null read as null; end with {@link #check}.
 */
public final class Body extends BodyFields {
    private Body(JsonNode node, String pointer, List<FieldError> errors) {
        super(node, pointer, errors);
    }

    public static Body of(JsonNode node) throws InvalidInput {
        if (node == null || !node.isObject()) {
            throw new InvalidInput("", "WRONG_TYPE", new Text("an object is expected", "应为对象"));
        }
        return new Body(node, "", new ArrayList<>());
    }

    /** The objects of a list; empty when absent. */
    public List<Body> list(String name, int max) {
        var items = new ArrayList<Body>();
        for (var item : array(name, max)) {
            var at = pointer + "/" + name + "/" + items.size();
            if (!item.isObject()) {
                errors.add(new FieldError(at, "WRONG_TYPE", new Text("an object is expected", "应为对象")));
            }
            items.add(new Body(item, at, errors));
        }
        return items;
    }

    /** Whole numbers of a list; null when absent. */
    public List<Long> numbers(String name, int max, long least, long most) {
        if (!given(name)) {
            return null;
        }
        var numbers = new ArrayList<Long>();
        for (var item : array(name, max)) {
            if (!item.isIntegralNumber()
                    || !item.canConvertToLong()
                    || item.longValue() < least
                    || item.longValue() > most) {
                wrong(
                        name,
                        "OUT_OF_RANGE",
                        new Text("numbers from " + least + " to " + most, "数字范围 " + least + " 至 " + most));
                return List.of();
            }
            numbers.add(item.longValue());
        }
        return numbers;
    }

    private Iterable<JsonNode> array(String name, int max) {
        var array = read(name, n -> n);
        if (array == null) {
            return List.of();
        }
        if (!array.isArray()) {
            wrong(name, "WRONG_TYPE", new Text("a list is expected", "应为列表"));
            return List.of();
        }
        if (array.size() > max) {
            wrong(name, "TOO_MANY", new Text("at most " + max, "最多 " + max + " 项"));
            return List.of();
        }
        return array;
    }

    /** An object inside this one; an empty one when absent. */
    public Body object(String name) {
        var inner = read(name, n -> n);
        if (inner != null && !inner.isObject()) {
            wrong(name, "WRONG_TYPE", new Text("an object is expected", "应为对象"));
        }
        return new Body(
                inner == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : inner,
                pointer + "/" + name,
                errors);
    }

    /** Names that nobody has asked for. */
    public List<String> unknown() {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                names.add(name);
            }
        });
        return names;
    }

    /** A name that nobody reads is a mistake of the sender, better told than swallowed. */
    public void refuseUnknown() {
        for (var name : unknown()) {
            wrong(name, "UNKNOWN_FIELD", new Text("there is no such field", "没有此字段"));
        }
    }

    public void check() throws InvalidInput {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors.subList(0, Math.min(50, errors.size())));
        }
    }
}
