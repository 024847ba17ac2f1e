package dev.tandem.core.feedback;

/**
 * How sure one may be of a share that was seen in few: Wilson's score interval at 95 %. Five of five say less than fifty of
 * sixty, and the interval's lower bound says so: 0.57 against 0.72.
 *
 * <p>With n seen, of which k count, p = k/n and z = 1.96, the lower bound is
 *
 * <pre>(p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)</pre>
 *
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">E. B. Wilson: Probable inference, the law of succession, and
 *     statistical inference. Journal of the American Statistical Association 22 (1927), 209–212</a>
 */
public final class WilsonInterval {
    /** The normal distribution has 2.5 % beyond it. */
    private static final double Z = 1.959963984540054;

    private WilsonInterval() {}

    /**
     * The share that it surely is at the least: of all intervals of this kind, 95 % have the true share in them.
     *
     * @param counted how many of those seen count, 0 to {@code seen}
     * @param seen 0 or more
     * @return 0 to 1; 0 where nothing was seen
     */
    public static double lowerBound(long counted, long seen) {
        if (counted < 0 || counted > seen) {
            throw new IllegalArgumentException("%d of %d cannot be".formatted(counted, seen));
        }
        if (counted == 0) {
            return 0;
        }
        double n = seen;
        double p = counted / n;
        double square = Z * Z;
        double spread = Z * Math.sqrt(p * (1 - p) / n + square / (4 * n * n));
        return (p + square / (2 * n) - spread) / (1 + square / n);
    }
}
