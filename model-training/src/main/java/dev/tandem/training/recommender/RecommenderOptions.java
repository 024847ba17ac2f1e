package dev.tandem.training.recommender;

import dev.tandem.core.failure.TandemException;
import dev.tandem.training.solver.SolverSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * The options of {@link RecommenderSettings}, for jobs to mix in. Where an option takes several values, each combination
 * is a candidate. The defaults are those that did best on real orders.
 */
public final class RecommenderOptions {
    private static final int MAX_CANDIDATES = 200;
    private static final String SEVERAL = " Several, parted by commas, are candidates.";

    @Option(
            names = "--model.algorithm",
            split = ",",
            defaultValue = "ials",
            description = "How factors are found: ials is Tandem's own solver, als MLlib's." + SEVERAL)
    private List<Algorithm> algorithms = List.of();

    @Option(
            names = "--model.half-life",
            split = ",",
            defaultValue = "P60D",
            description = "The age at which an order or view counts half, as in P60D." + SEVERAL)
    private List<Duration> halfLives = List.of();

    @Option(
            names = "--model.view-weight",
            split = ",",
            defaultValue = "0.2",
            description = "What a view counts beside an order of the same age; 0 for not at all." + SEVERAL)
    private List<Double> viewWeights = List.of();

    @Option(names = "--model.seed", defaultValue = "42", description = "Seed of the vectors that training starts from.")
    private long seed;

    @Option(
            names = "--ials.rank",
            split = ",",
            defaultValue = "128",
            description = "Components of a user's or item's vector, at the most: a quarter of the users or items,"
                    + " whichever are fewer, but 8 where that is less."
                    + SEVERAL)
    private List<Integer> ialsRanks = List.of();

    @Option(
            names = "--ials.regularisation",
            split = ",",
            defaultValue = "0.005",
            description = "Penalty on long vectors." + SEVERAL)
    private List<Double> ialsRegularisations = List.of();

    @Option(
            names = "--ials.exponent",
            defaultValue = "1",
            description = "How the penalty grows with what is known of a user or item: 1 in proportion, 0 not at all.")
    private double exponent;

    @Option(
            names = "--ials.unobserved-weight",
            split = ",",
            defaultValue = "0.25",
            description = "Weight of a missing interaction beside an order of now." + SEVERAL)
    private List<Double> unobservedWeights = List.of();

    @Option(
            names = "--ials.iterations",
            defaultValue = "12",
            description = "How often users and items are solved in turn.")
    private int ialsIterations;

    @Option(
            names = "--als.rank",
            split = ",",
            defaultValue = "64",
            description = "Components of a user's or item's vector." + SEVERAL)
    private List<Integer> alsRanks = List.of();

    @Option(
            names = "--als.regularisation",
            split = ",",
            defaultValue = "0.3",
            description = "Penalty on long vectors; 1 and more lets a model collapse where alpha is small." + SEVERAL)
    private List<Double> alsRegularisations = List.of();

    @Option(
            names = "--als.alpha",
            split = ",",
            defaultValue = "4",
            description = "What an order of now adds to the confidence of 1 that a missing one has." + SEVERAL)
    private List<Double> alphas = List.of();

    @Option(
            names = "--als.iterations",
            defaultValue = "15",
            description = "How often users and items are solved in turn.")
    private int alsIterations;

    @Option(
            names = "--als.blocks",
            defaultValue = "4",
            description = "Parts that users and items are each cut into; more for more than some million orders.")
    private int blocks;

    @Option(
            names = "--blend.popularity-weight",
            split = ",",
            defaultValue = "0.06",
            description = "How much recent popularity counts beside the factors; 0 for not at all." + SEVERAL)
    private List<Double> popularityWeights = List.of();

    @Option(
            names = "--blend.popularity-window",
            defaultValue = "P14D",
            description = "How far back recent popularity looks, as in P14D.")
    private Duration popularityWindow = Duration.ZERO;

    @Option(
            names = "--blend.history-weight",
            split = ",",
            defaultValue = "0.1",
            description =
                    "How much the user's own orders of an item count where bought items are ranked too." + SEVERAL)
    private List<Double> historyWeights = List.of();

    @Option(
            names = "--blend.history-half-life",
            split = ",",
            defaultValue = "P720D",
            description = "The age at which an order counts half there." + SEVERAL)
    private List<Duration> historyHalfLives = List.of();

    /** The ways of finding factors. */
    enum Algorithm {
        IALS,
        ALS
    }

    /** Every combination, in the order of the options; those that share their factors are neighbours. */
    public List<RecommenderSettings> toCandidates() {
        List<RecommenderSettings> candidates = new ArrayList<>();
        for (Algorithm algorithm : algorithms) {
            for (FactorSettings factors : factors(algorithm)) {
                for (Duration halfLife : halfLives) {
                    for (double viewWeight : viewWeights) {
                        blends().forEach(blend ->
                                candidates.add(new RecommenderSettings(factors, halfLife, viewWeight, blend)));
                    }
                }
            }
        }
        if (candidates.isEmpty() || candidates.size() > MAX_CANDIDATES) {
            throw TandemException.invalid(
                    "number of candidates",
                    Integer.toString(candidates.size()),
                    "1 to %d; give the --model, --ials, --als and --blend options fewer values"
                            .formatted(MAX_CANDIDATES));
        }
        return candidates;
    }

    /** MLlib's solver with the first of each value. */
    public RecommenderSettings mllib() {
        return new RecommenderSettings(als().get(0), halfLives.get(0), viewWeights.get(0), blends().get(0));
    }

    private List<FactorSettings> factors(Algorithm algorithm) {
        return switch (algorithm) {
            case IALS -> ials();
            case ALS -> als();
        };
    }

    private List<FactorSettings> ials() {
        List<FactorSettings> all = new ArrayList<>();
        for (int rank : ialsRanks) {
            for (double regularisation : ialsRegularisations) {
                for (double weight : unobservedWeights) {
                    all.add(new IalsSettings(
                            new SolverSettings(rank, regularisation, exponent, weight, ialsIterations, seed)));
                }
            }
        }
        return all;
    }

    private List<FactorSettings> als() {
        List<FactorSettings> all = new ArrayList<>();
        for (int rank : alsRanks) {
            for (double regularisation : alsRegularisations) {
                for (double alpha : alphas) {
                    all.add(new AlsSettings(rank, regularisation, alpha, alsIterations, seed, blocks));
                }
            }
        }
        return all;
    }

    private List<BlendSettings> blends() {
        List<BlendSettings> all = new ArrayList<>();
        for (double popularity : popularityWeights) {
            for (double history : historyWeights) {
                for (Duration halfLife : historyHalfLives) {
                    all.add(new BlendSettings(popularity, popularityWindow, history, halfLife));
                }
            }
        }
        return all;
    }
}
