package dev.tandem.core.foldin;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.factors.RowObjective;
import dev.tandem.core.topn.Instructions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Prints what a user's list costs with 64 factors and 20,000 items: the median of many users. Run by hand, with {@code
 * --add-modules=jdk.incubator.vector} and without.
 */
final class FoldInBench {
    private static final int RANK = 64;
    private static final int ITEMS = 20_000;
    private static final int USERS = 2_000;
    private static final Random RANDOM = new Random(42);

    private FoldInBench() {}

    public static void main(String[] args) {
        List<ByteBuffer> parts = model().encode();
        print("bytes of a model", parts.stream().mapToInt(ByteBuffer::remaining).sum());
        for (int round = 0; round < 3; round++) {
            long begun = System.nanoTime();
            FoldInModel model = FoldInModel.decode(parts);
            print("µs to read a model", (System.nanoTime() - begun) / 1e3);
            LiveRanker ranker = new LiveRanker(model, 100);
            FoldIn foldIn = new FoldIn(model);
            for (int events : new int[] {3, 20, 200}) {
                List<UserHistory> users = users(events);
                print(events + " events: µs to solve", median(users, user -> foldIn.vector(user, Models.NOW)));
                print(events + " events: µs for a list of 100", median(users, user -> ranker.rank(user, Models.NOW)));
                print(
                        events + " events: µs for a list of 100, 64 users at once",
                        median(blocks(users), block -> ranker.rank(block, Models.NOW)) / 64);
            }
        }
    }

    /** Work on one thing. */
    private interface Work<T> {
        Object on(T thing);
    }

    private static <T> double median(List<T> things, Work<T> work) {
        double[] micros = new double[things.size()];
        int done = 0;
        for (int i = 0; i < micros.length; i++) {
            long begun = System.nanoTime();
            done += work.on(things.get(i)).hashCode() == 0 ? 0 : 1;
            micros[i] = (System.nanoTime() - begun) / 1e3;
        }
        if (done == 0) {
            throw new IllegalStateException("Nothing was done");
        }
        Arrays.sort(micros);
        return micros[micros.length / 2];
    }

    private static void print(String what, double value) {
        System.out.println(String.format(Locale.ROOT, "%-10s %-45s %12.0f", Instructions.best(), what, value));
    }

    private static List<UserHistory> users(int events) {
        List<UserHistory> users = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            List<HistoryEvent> history = new ArrayList<>();
            for (int event = 0; event < events; event++) {
                String item = "item-" + RANDOM.nextInt(ITEMS);
                history.add(
                        event % 4 == 0
                                ? HistoryEvent.order(item, Models.NOW.minusSeconds(event), "o" + event)
                                : HistoryEvent.view(item, Models.NOW.minusSeconds(event)));
            }
            users.add(UserHistory.of(history));
        }
        return users;
    }

    private static List<List<UserHistory>> blocks(List<UserHistory> users) {
        List<List<UserHistory>> blocks = new ArrayList<>();
        for (int first = 0; first + 64 <= users.size(); first += 64) {
            blocks.add(users.subList(first, first + 64));
        }
        return blocks;
    }

    private static FoldInModel model() {
        List<FoldInItem> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            items.add(FoldInItem.listed("item-" + item, "Item " + item, "category-" + item % 20));
        }
        float[] bias = new float[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            bias[item] = RANDOM.nextFloat();
        }
        return new FoldInModel(
                Models.SHOP,
                Models.VERSION,
                Models.NOW,
                new FoldInSettings(RowObjective.ials(0.005, 1, 0.25), 0.2, Duration.ofDays(60), 0.06, 0.1),
                items,
                FactorMatrix.random(ITEMS, RANK, 42),
                bias);
    }
}
