package dev.tandem.training.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ImplicitSolverTest {
    private static final int USERS = 6;
    private static final int ITEMS = 4;
    private static final SolverSettings SETTINGS = new SolverSettings(2, 0.01, 1, 0.1, 20, 42);

    @Test
    void scoresItemsOfTheUsersTasteAboveOthers(SparkSession spark) {
        Factors factors = ImplicitSolver.fit(twoTastes(spark), USERS, ITEMS, SETTINGS);

        assertThat(score(factors, 0, 1)).isGreaterThan(5 * score(factors, 0, 2));
        assertThat(score(factors, 3, 2)).isGreaterThan(5 * score(factors, 3, 1));
    }

    @Test
    void fillsInWhatTheUsersOfATasteHaveInCommon(SparkSession spark) {
        Factors factors = ImplicitSolver.fit(twoTastes(spark), USERS, ITEMS, SETTINGS);

        assertThat(score(factors, 2, 1)).isGreaterThan(0.3f);
        assertThat(score(factors, 2, 2)).isLessThan(0.1f);
    }

    @Test
    void endsWhereNoUserVectorCanBeImproved(SparkSession spark) {
        Factors factors = ImplicitSolver.fit(twoTastes(spark), USERS, ITEMS, SETTINGS);

        double[] gradient = gradientOfUser(factors, 2, new int[] {0}, new double[] {1});

        assertThat(gradient[0]).isCloseTo(0, within(1e-6));
        assertThat(gradient[1]).isCloseTo(0, within(1e-6));
    }

    @Test
    void givesTheSameToTheLastBitHoweverRowsAreSpread(SparkSession spark) {
        Factors few = ImplicitSolver.fit(twoTastes(spark).repartition(1), USERS, ITEMS, SETTINGS);
        Factors many = ImplicitSolver.fit(twoTastes(spark).repartition(7), USERS, ITEMS, SETTINGS);

        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                assertThat(score(many, user, item)).isEqualTo(score(few, user, item));
            }
        }
    }

    /** Users 0 to 2 buy items 0 and 1, users 3 to 5 items 2 and 3; users 2 and 5 have bought only one of them yet. */
    private static Dataset<Row> twoTastes(SparkSession spark) {
        Rows rows = Rows.of(StructType.fromDDL("user_index int, item_index int, strength double"));
        for (int user = 0; user < USERS; user++) {
            int first = user < 3 ? 0 : 2;
            rows = rows.row(user, first, 1.0);
            if (user % 3 != 2) {
                rows = rows.row(user, first + 1, 1.0);
            }
        }
        return rows.toDataset(spark);
    }

    private static float score(Factors factors, int user, int item) {
        float score = 0;
        for (int c = 0; c < factors.users().rank(); c++) {
            score += factors.users().value(user, c) * factors.items().value(item, c);
        }
        return score;
    }

    /** Half the derivative of the sum that {@link SolverSettings#objective} minimises, by the user's components. */
    private static double[] gradientOfUser(Factors factors, int user, int[] items, double[] strengths) {
        double[] gradient = new double[2];
        for (int c = 0; c < 2; c++) {
            gradient[c] = SETTINGS.objective().penalty(items.length, ITEMS)
                    * factors.users().value(user, c);
            for (int item = 0; item < ITEMS; item++) {
                gradient[c] += SETTINGS.unobservedWeight()
                        * score(factors, user, item)
                        * factors.items().value(item, c);
            }
            for (int i = 0; i < items.length; i++) {
                gradient[c] -= strengths[i]
                        * (1 - score(factors, user, items[i]))
                        * factors.items().value(items[i], c);
            }
        }
        return gradient;
    }
}
