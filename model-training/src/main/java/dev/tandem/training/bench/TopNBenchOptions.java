package dev.tandem.training.bench;

import dev.tandem.core.settings.SettingsSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of {@link TopNBench}. */
public final class TopNBenchOptions implements SettingsSource<TopNBenchConfig> {
    @Option(names = "--users", defaultValue = "20000", description = "Number of users.")
    private int users;

    @Option(names = "--items", defaultValue = "20000", description = "Number of items.")
    private int items;

    @Option(names = "--rank", defaultValue = "64", description = "Components of a vector.")
    private int rank;

    @Option(names = "--n", defaultValue = "100", description = "Length of a list.")
    private int n;

    @Option(names = "--exclusions", defaultValue = "30", description = "Items that a user must not be shown.")
    private int exclusions;

    @Option(
            names = "--spread",
            defaultValue = "0",
            description = "How much the lengths of item vectors differ (standard deviation of their logarithm);"
                    + " 0, all alike, leaves nothing to skip. Real factors: about 1.")
    private double spread;

    @Option(
            names = "--block-size",
            defaultValue = "20000",
            description = "The better block size of recommendForAllUsers.")
    private int blockSize;

    @Option(names = "--rounds", defaultValue = "3", description = "How often each way is measured, in turn.")
    private int rounds;

    @Option(names = "--only", description = "One way instead of all, by its title; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Override
    public TopNBenchConfig toSettings() {
        return new TopNBenchConfig(
                users,
                items,
                rank,
                n,
                exclusions,
                spread,
                blockSize,
                rounds,
                only.stream().map(RankingWay::of).toList());
    }
}
