package dev.tandem.core.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowSolverTest {
    private static final int RANK = 3;
    private static final FactorMatrix ITEMS = FactorMatrix.random(8, RANK, 42);
    private static final KnownRow USER = new KnownRow(0, new int[] {1, 4, 6}, new float[] {1, 0.5f, 2});
    private static final double STEP = 1e-4;

    @Test
    void penalisesByWhatIsKnownAndWhatIsMissing() {
        assertThat(RowObjective.ials(0.5, 1, 0.25).penalty(3, 8)).isEqualTo(0.5 * 5);
        assertThat(RowObjective.ials(0.5, 0.5, 0.25).penalty(2, 8)).isEqualTo(0.5 * 2);
        assertThat(RowObjective.ials(0.5, 0, 0.25).penalty(3, 8)).isEqualTo(0.5);
        assertThat(RowObjective.implicitAls(0.5, 4).penalty(3, 8)).isEqualTo(0.5 * 3);
    }

    @Test
    void findsTheLeastSumOfTheLiterature() {
        double[] vector = solved(RowObjective.ials(0.01, 1, 0.25));

        assertThatNoStepIsBetter(vector, x -> {
            double sum = 0.01 * (3 + 0.25 * 8) * square(x);
            for (int i = 0; i < 3; i++) {
                sum += USER.strengths()[i] * Math.pow(1 - product(x, USER.others()[i]), 2);
            }
            for (int item = 0; item < 8; item++) {
                sum += 0.25 * Math.pow(product(x, item), 2);
            }
            return sum;
        });
    }

    @Test
    void findsTheLeastSumOfMllib() {
        double[] vector = solved(RowObjective.implicitAls(0.01, 4));

        assertThatNoStepIsBetter(vector, x -> {
            double sum = 0.01 * 3 * square(x);
            double[] confidences = {1, 5, 1, 1, 3, 1, 9, 1};
            double[] preferences = {0, 1, 0, 0, 1, 0, 1, 0};
            for (int item = 0; item < 8; item++) {
                sum += confidences[item] * Math.pow(preferences[item] - product(x, item), 2);
            }
            return sum;
        });
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void partsAScoreAmongTheInteractions(RowObjective objective) {
        double[] vector = solved(objective);

        for (int item = 0; item < 8; item++) {
            double[] contributions = solver(objective).contributions(USER, item);

            assertThat(contributions).hasSize(3);
            assertThat(contributions[0] + contributions[1] + contributions[2])
                    .isCloseTo(product(vector, item), within(1e-6));
        }
    }

    static RowObjective[] objectives() {
        return new RowObjective[] {RowObjective.ials(0.01, 1, 0.25), RowObjective.implicitAls(0.01, 4)};
    }

    /** A sum that a vector is to make as small as can be. */
    private interface Sum {
        double of(double[] vector);
    }

    private static void assertThatNoStepIsBetter(double[] vector, Sum sum) {
        for (int c = 0; c < RANK; c++) {
            double[] less = vector.clone();
            double[] more = vector.clone();
            less[c] -= STEP;
            more[c] += STEP;
            assertThat((sum.of(more) - sum.of(less)) / (2 * STEP)).isCloseTo(0, within(1e-5));
            assertThat(sum.of(vector)).isLessThan(Math.min(sum.of(less), sum.of(more)));
        }
    }

    private static RowSolver solver(RowObjective objective) {
        return new RowSolver(ITEMS, ITEMS.gram(), objective);
    }

    private static double[] solved(RowObjective objective) {
        float[] vector = new float[RANK];
        solver(objective).solve(USER, vector, 0);
        return new double[] {vector[0], vector[1], vector[2]};
    }

    private static double product(double[] vector, int item) {
        double product = 0;
        for (int c = 0; c < RANK; c++) {
            product += vector[c] * ITEMS.value(item, c);
        }
        return product;
    }

    private static double square(double[] vector) {
        double square = 0;
        for (double component : vector) {
            square += component * component;
        }
        return square;
    }
}
