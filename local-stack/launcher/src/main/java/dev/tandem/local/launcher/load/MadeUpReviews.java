package dev.tandem.local.launcher.load;

import dev.tandem.core.failure.TandemException;
import dev.tandem.local.launcher.syntheticshop.WeightedDraw;
import java.util.List;
import java.util.SplittableRandom;

/** Reviews of no particular item, with scores in given shares and words that fit them; few say nothing at all. */
final class MadeUpReviews implements Reviews {
    private static final double SILENT = 0.05;
    private static final int SCORES = 5;

    private static final List<List<String>> OPENINGS = List.of(
            List.of("It arrived broken", "It fell apart after a day", "Nothing like the picture", "A waste of money"),
            List.of("Not what I expected", "The colour is wrong", "It came two weeks late", "It feels cheap"),
            List.of(
                    "It is all right",
                    "Smaller than I thought",
                    "Good, but not for this price",
                    "The finish could be better"),
            List.of("Very nice", "Well made", "A good present", "It does what it should"),
            List.of("Lovely", "Better than the picture", "My favourite of all", "Exactly what I was looking for"));
    private static final List<List<String>> ENDINGS = List.of(
            List.of("I want my money back.", "never again!", "I am very disappointed.", "what a pity."),
            List.of(
                    "I will think twice next time.",
                    "please do better.",
                    "I had hoped for more.",
                    "it went to the attic."),
            List.of("I may keep it.", "let us see how long it lasts.", "my sister likes it.", "it will do."),
            List.of("I would buy it again.", "it came on time.", "no complaints.", "thank you."),
            List.of(
                    "I ordered a second one at once!",
                    "everybody asks where I got it.",
                    "thank you so much!",
                    "perfect."));

    private final WeightedDraw scores;

    /**
     * Reviews.
     *
     * @param shares how often each score comes, as in 1:10,2:10,3:12,4:22,5:46
     */
    MadeUpReviews(String shares) {
        this.scores = new WeightedDraw(weights(shares));
    }

    @Override
    public Review next(int number, SplittableRandom random) {
        int score = scores.draw(random) + 1;
        String text = random.nextDouble() < SILENT
                ? ""
                : drawn(OPENINGS.get(score - 1), random) + ", " + drawn(ENDINGS.get(score - 1), random);
        return new Review("", score, text);
    }

    private static String drawn(List<String> texts, SplittableRandom random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static double[] weights(String shares) {
        double[] weights = new double[SCORES];
        double sum = 0;
        for (String share : shares.split(",", -1)) {
            if (!share.matches("[1-5]:\\d{1,6}")) {
                throw refused(shares);
            }
            double weight = Integer.parseInt(share.substring(2));
            weights[share.charAt(0) - '1'] = weight;
            sum += weight;
        }
        if (sum == 0) {
            throw refused(shares);
        }
        return weights;
    }

    private static TandemException refused(String shares) {
        return TandemException.invalid("--scores", shares, "a share for each score, such as 1:10,2:10,3:12,4:22,5:46");
    }
}
