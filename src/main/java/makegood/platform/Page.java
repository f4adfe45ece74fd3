package makegood.platform;

import java.util.List;
import java.util.function.Function;

/** One page of a list; {@code page} counts from 0, {@code size} is at most 100. */
public record Page<T>(List<T> items, int page, int size, long total) {
    public static final int MAX_SIZE = 100;

    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(items.stream().map(to).toList(), page, size, total);
    }

    /** Refuses what is no page: negative numbers, size over 100. */
    public static void check(int page, int size) throws InvalidInput {
        if (page < 0 || page > 100_000 || size < 1 || size > MAX_SIZE) {
            throw new InvalidInput(
                    "size", "OUT_OF_RANGE", new Text("page from 0, size 1 to 100", "page 从 0 起，size 为 1 到 100"));
        }
    }
}
