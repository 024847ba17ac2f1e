package dev.tandem.training.bench;

import dev.tandem.core.failure.TandemException;
import java.io.Serializable;
import java.util.List;

/**
 * What {@link TopNBench} measures.
 *
 * @param n length of a list
 * @param exclusions items that must not be listed, a user
 * @param spread how much the lengths of item vectors differ: standard deviation of their logarithm; 0 where all are alike
 * @param blockSize the better block size of {@code recommendForAllUsers}
 * @param only the ways to measure; empty for all
 */
record TopNBenchConfig(
        int users,
        int items,
        int rank,
        int n,
        int exclusions,
        double spread,
        int blockSize,
        int rounds,
        List<RankingWay> only)
        implements Serializable {
    TopNBenchConfig {
        checkPositive("--users", users);
        checkPositive("--items", items);
        checkPositive("--rank", rank);
        checkPositive("--n", n);
        checkPositive("--block-size", blockSize);
        checkPositive("--rounds", rounds);
        if (exclusions < 0 || exclusions >= items) {
            throw TandemException.invalid(
                    "--exclusions", Integer.toString(exclusions), "0 to less than the number of items");
        }
        if (!(spread >= 0 && spread <= 5)) {
            throw TandemException.invalid("--spread", Double.toString(spread), "0 to 5");
        }
        only = List.copyOf(only);
    }

    List<RankingWay> ways() {
        return only.isEmpty() ? List.of(RankingWay.values()) : only;
    }

    /** The same with fewer users. */
    TopNBenchConfig withUsers(int fewer) {
        return new TopNBenchConfig(fewer, items, rank, n, exclusions, spread, blockSize, rounds, only);
    }

    private static void checkPositive(String field, int value) {
        if (value < 1) {
            throw TandemException.invalid(field, Integer.toString(value), "1 or more");
        }
    }
}
