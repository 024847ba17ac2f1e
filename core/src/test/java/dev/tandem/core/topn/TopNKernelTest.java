package dev.tandem.core.topn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopNKernelTest {
    private static final float EVERY_SCORE = Float.NEGATIVE_INFINITY;

    /** One place of a list, for comparison with the reference. */
    private record Place(int item, float score) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithScoringAndSortingEverything(Instructions instructions, int seed) {
        Random random = new Random(seed);
        int rank = 1 + random.nextInt(20);
        int items = 1 + random.nextInt(3_000);
        int users = 1 + random.nextInt(9);
        int n = 1 + random.nextInt(150);
        float floor = random.nextBoolean() ? 0 : EVERY_SCORE;
        float[] itemFactors = numbers(random, items * rank);
        float[] userFactors = numbers(random, users * rank);
        List<int[]> excluded = exclusions(random, users, items);

        List<TopItems> ranked =
                new TopNKernel(ItemFactors.of(itemFactors, rank), n, floor, instructions).rank(userFactors, excluded);

        assertThat(ranked).hasSize(users);
        for (int user = 0; user < users; user++) {
            float[] factors = Arrays.copyOfRange(userFactors, user * rank, (user + 1) * rank);
            assertThat(places(ranked.get(user)))
                    .isEqualTo(reference(itemFactors, factors, excluded.get(user), n, floor));
        }
    }

    @Test
    void takesTheVectorInstructionsWhereTheJvmHasTheirModule() {
        assertThat(Instructions.best()).isEqualTo(Instructions.VECTOR);
    }

    @ParameterizedTest
    @EnumSource(Instructions.class)
    void ranksTheLowerIndexFirstWhereScoresAreEqual(Instructions instructions) {
        float[] itemFactors = {1, 2, 1, 2, 1, -0.0f, 0.0f};

        List<TopItems> ranked = new TopNKernel(ItemFactors.of(itemFactors, 1), 3, EVERY_SCORE, instructions)
                .rank(new float[] {1}, List.of(new int[0]));

        assertThat(places(ranked.get(0))).containsExactly(new Place(1, 2), new Place(3, 2), new Place(0, 1));
    }

    @ParameterizedTest
    @EnumSource(Instructions.class)
    void keepsTheOrderOfEqualScoresAcrossTiles(Instructions instructions) {
        float[] itemFactors = new float[5_000];
        Arrays.fill(itemFactors, 0.5f);

        List<TopItems> ranked = new TopNKernel(ItemFactors.of(itemFactors, 1), 4, EVERY_SCORE, instructions)
                .rank(new float[] {1, 1}, List.of(new int[] {0, 2}, new int[0]));

        assertThat(places(ranked.get(0))).extracting(Place::item).containsExactly(1, 3, 4, 5);
        assertThat(places(ranked.get(1))).extracting(Place::item).containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource(Instructions.class)
    void stopsAtNoItemThatCouldStillEnterWhereLengthsDifferMuch(Instructions instructions) {
        Random random = new Random(11);
        int rank = 7;
        float[] itemFactors = numbers(random, 4_000 * rank);
        for (int i = 0; i < itemFactors.length; i++) {
            itemFactors[i] *= (float) Math.exp(2 * (i / rank % 13) - 13);
        }
        float[] users = numbers(random, 6 * rank);
        List<int[]> excluded = exclusions(random, 6, 4_000);

        List<TopItems> ranked =
                new TopNKernel(ItemFactors.of(itemFactors, rank), 50, 0, instructions).rank(users, excluded);

        for (int user = 0; user < 6; user++) {
            float[] factors = Arrays.copyOfRange(users, user * rank, (user + 1) * rank);
            assertThat(places(ranked.get(user))).isEqualTo(reference(itemFactors, factors, excluded.get(user), 50, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Instructions.class)
    void makesAListAgainThatASampleOfTheItemsExpectedTooMuchOf(Instructions instructions) {
        Random random = new Random(5);
        int items = 10_000;
        // Ever shorter, so that the sample is every sixteenth item from the first on; those alone are good.
        float[] itemFactors = new float[items];
        for (int item = 0; item < items; item++) {
            itemFactors[item] = (item % 16 == 0 ? 1 : -1) * (2_000 - item / 100f);
        }
        float[] users = {1, 0.5f, 2};
        List<int[]> excluded = exclusions(random, 3, items);

        List<TopItems> ranked =
                new TopNKernel(ItemFactors.of(itemFactors, 1), 1_000, EVERY_SCORE, instructions).rank(users, excluded);

        for (int user = 0; user < 3; user++) {
            float[] factors = {users[user]};
            assertThat(places(ranked.get(user)))
                    .isEqualTo(reference(itemFactors, factors, excluded.get(user), 1_000, EVERY_SCORE));
        }
    }

    @ParameterizedTest
    @EnumSource(Instructions.class)
    void agreesWithScoringAndSortingEverythingWhereASampleHelps(Instructions instructions) {
        Random random = new Random(17);
        int rank = 6;
        float[] itemFactors = numbers(random, 9_000 * rank);
        float[] users = numbers(random, 21 * rank);
        List<int[]> excluded = exclusions(random, 21, 9_000);

        List<TopItems> ranked =
                new TopNKernel(ItemFactors.of(itemFactors, rank), 100, 0, instructions).rank(users, excluded);

        for (int user = 0; user < 21; user++) {
            float[] factors = Arrays.copyOfRange(users, user * rank, (user + 1) * rank);
            assertThat(places(ranked.get(user))).isEqualTo(reference(itemFactors, factors, excluded.get(user), 100, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Instructions.class)
    void listsEverythingWhereMoreIsAskedForThanThereIs(Instructions instructions) {
        float[] itemFactors = {3, 1, 2};

        List<TopItems> ranked = new TopNKernel(ItemFactors.of(itemFactors, 1), 500, EVERY_SCORE, instructions)
                .rank(new float[] {-1}, List.of(new int[0]));

        assertThat(places(ranked.get(0))).containsExactly(new Place(1, -1), new Place(2, -2), new Place(0, -3));
    }

    @ParameterizedTest
    @EnumSource(Instructions.class)
    void leavesTheListEmptyWhereEveryItemIsExcluded(Instructions instructions) {
        List<TopItems> ranked = new TopNKernel(ItemFactors.of(new float[] {1, 2, 3}, 1), 2, EVERY_SCORE, instructions)
                .rank(new float[] {1}, List.of(new int[] {0, 1, 2}));

        assertThat(ranked.get(0).size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Instructions.class)
    void leavesOutWhatDoesNotExceedTheFloor(Instructions instructions) {
        List<TopItems> ranked = new TopNKernel(ItemFactors.of(new float[] {1, 0, -1, 2}, 1), 4, 0, instructions)
                .rank(new float[] {1}, List.of(new int[0]));

        assertThat(places(ranked.get(0))).containsExactly(new Place(3, 2), new Place(0, 1));
    }

    @ParameterizedTest
    @EnumSource(Instructions.class)
    void neverListsAScoreThatIsNotANumber(Instructions instructions) {
        float infinity = Float.POSITIVE_INFINITY;
        float[] itemFactors = {Float.NaN, 1, 1, 0, infinity, -infinity, 2, infinity, Float.MAX_VALUE, Float.MAX_VALUE};

        List<TopItems> ranked = new TopNKernel(ItemFactors.of(itemFactors, 2), 5, EVERY_SCORE, instructions)
                .rank(new float[] {1, 1}, List.of(new int[0]));

        assertThat(places(ranked.get(0)))
                .containsExactly(new Place(3, infinity), new Place(4, infinity), new Place(1, 1));
    }

    @Test
    void takesNoUsersAndNoItems() {
        TopNKernel withoutItems = new TopNKernel(ItemFactors.of(new float[0], 2), 3, EVERY_SCORE);

        assertThat(withoutItems.rank(new float[0], List.of())).isEmpty();
        assertThat(withoutItems.rank(new float[2], List.of(new int[0])).get(0).size())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Instructions.class)
    void givesTheSameListsWhenUsedAgain(Instructions instructions) {
        Random random = new Random(7);
        TopNKernel kernel = new TopNKernel(ItemFactors.of(numbers(random, 700 * 8), 8), 20, 0, instructions);
        float[] users = numbers(random, 5 * 8);
        List<int[]> excluded = exclusions(random, 5, 700);

        List<TopItems> first = kernel.rank(users, excluded);
        List<TopItems> second = kernel.rank(users, excluded);

        assertThat(second.stream().map(TopNKernelTest::places).toList())
                .isEqualTo(first.stream().map(TopNKernelTest::places).toList());
    }

    @Test
    void scoresASingleItemAsTheListsDo() {
        Random random = new Random(3);
        float[] users = numbers(random, 2 * 9);
        ItemFactors items = ItemFactors.of(numbers(random, 1_500 * 9), 9);

        TopItems ranked = new TopNKernel(items, 1_500, EVERY_SCORE)
                .rank(users, List.of(new int[0], new int[0]))
                .get(1);

        assertThat(places(ranked)).hasSize(1_500).allSatisfy(place -> assertThat(items.score(users, 9, place.item()))
                .isEqualTo(place.score()));
    }

    @Test
    void refusesFactorsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemFactors.of(new float[7], 2))
                .withMessage("7 numbers are not a whole number of items of rank 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TopNKernel(ItemFactors.of(new float[8], 2), 1, 0).rank(new float[3], List.of(new int[0])))
                .withMessage("3 numbers are not the factors of 1 users of rank 2");
    }

    private static Stream<Arguments> seeds() {
        return IntStream.rangeClosed(1, 40).boxed().flatMap(seed -> Stream.of(Instructions.values())
                .map(way -> Arguments.of(way, seed)));
    }

    /** Half of the time whole numbers of a small range, so that many scores are equal. */
    private static float[] numbers(Random random, int count) {
        boolean coarse = random.nextBoolean();
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = coarse ? random.nextInt(5) - 2 : (float) random.nextGaussian();
        }
        return numbers;
    }

    private static List<int[]> exclusions(Random random, int users, int items) {
        List<int[]> excluded = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            double share = random.nextInt(5) == 0 ? 1 : random.nextDouble() * 0.2;
            excluded.add(IntStream.range(0, items)
                    .filter(item -> random.nextDouble() < share)
                    .toArray());
        }
        return excluded;
    }

    private static List<Place> reference(float[] itemFactors, float[] user, int[] excluded, int n, float floor) {
        List<Place> all = new ArrayList<>();
        for (int item = 0; item < itemFactors.length / user.length; item++) {
            float score = 0;
            for (int c = 0; c < user.length; c++) {
                score += user[c] * itemFactors[item * user.length + c];
            }
            if (score > floor && Arrays.binarySearch(excluded, item) < 0) {
                all.add(new Place(item, score + 0.0f));
            }
        }
        all.sort(Collections.reverseOrder(Comparator.comparingDouble(Place::score))
                .thenComparingInt(Place::item));
        return all.subList(0, Math.min(n, all.size()));
    }

    private static List<Place> places(TopItems ranked) {
        return IntStream.range(0, ranked.size())
                .mapToObj(place -> new Place(ranked.item(place), ranked.score(place)))
                .toList();
    }
}
