package makegood.ride;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One seed for one rider's, gateway's or fault's chances, thrown by many threads. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int many) {
        return below(many) == 0;
    }

    <T> T anyOf(List<T> some) {
        return some.get(below(some.size()));
    }

    synchronized <T> List<T> shuffled(Collection<T> some) {
        var list = new ArrayList<>(some);
        Collections.shuffle(list, random);
        return list;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
