package dev.tandem.local.launcher.writer;

import java.util.Locale;

/**
 * What a writer did.
 *
 * @param offers how many came
 * @param different how many of them it had not written before
 * @param acknowledged how many acknowledgements the broker has
 * @param refused how many messages were no offers
 */
record WriterCounts(long offers, long different, long acknowledged, long refused) {
    @Override
    public String toString() {
        String text = String.format(
                Locale.ROOT, "%,d offers, %,d different, %,d acknowledged", offers, different, acknowledged);
        return refused == 0
                ? text
                : text
                        + String.format(
                                Locale.ROOT, "; %,d could not be read and are on tandem.offers.v1.rejected", refused);
    }
}
