package dev.tandem.training.recommender;

import picocli.CommandLine.Option;

/** The options of {@link Gate}, for jobs to mix in. */
final class GateOptions {
    @Option(
            names = "--gate.max-loss",
            defaultValue = "0.05",
            description =
                    "Share of the champion's NDCG@10 that a model may lack; the noise of a thousand users is 0.06.")
    private double maxLoss;

    @Option(
            names = "--gate.min-lift",
            defaultValue = "1",
            description = "How many times the NDCG@10 of all-time popularity a model must reach.")
    private double minLift;

    @Option(
            names = "--gate.min-coverage",
            defaultValue = "0.03",
            description = "Least share of the items that must stand in somebody's first ten.")
    private double minCoverage;

    Gate toGate() {
        return new Gate(maxLoss, minLift, minCoverage);
    }
}
