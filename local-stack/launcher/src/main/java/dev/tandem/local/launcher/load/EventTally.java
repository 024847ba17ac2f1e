package dev.tandem.local.launcher.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of events so far: of the whole run, and of the time since it was last asked. */
final class EventTally {
    private final BitSet acknowledged = new BitSet();
    private final Times all = new Times();
    private final Times recent = new Times();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> delayed = new TreeMap<>();
    private int sent;
    private int recentlySent;
    private int recentlyRefused;

    /** Takes note that events were sent for the first time. */
    synchronized void sent(int events) {
        sent += events;
        recentlySent += events;
    }

    /**
     * Takes note that the broker has an event.
     *
     * @param took since it was due
     */
    synchronized void acknowledged(int number, Duration took) {
        acknowledged.set(number);
        all.add(took);
        recent.add(took);
    }

    /** Takes note that an event will not be sent again though nobody said that the broker has it. */
    synchronized void refused(String why) {
        refused.merge(why, 1, Integer::sum);
        recentlyRefused++;
    }

    /** Takes note that events have to be sent again. */
    synchronized void delayed(String why, int events) {
        delayed.merge(why, events, Integer::sum);
    }

    /** Which events the broker has, by number. */
    synchronized BitSet acknowledged() {
        return (BitSet) acknowledged.clone();
    }

    /** What happened since this was last asked. */
    synchronized String recent() {
        String text = String.format(
                Locale.ROOT,
                "%,d sent  %,d acknowledged  %,d refused  %s",
                recentlySent,
                recent.count,
                recentlyRefused,
                recent);
        recent.clear();
        recentlySent = 0;
        recentlyRefused = 0;
        return text;
    }

    /** The whole run. */
    synchronized String total(Duration took) {
        int refusals = refused.values().stream().mapToInt(Integer::intValue).sum();
        return String.format(
                Locale.ROOT,
                "%,d sent  %,d acknowledged  %,d refused%s%s  %s  %,.0f/s",
                sent,
                acknowledged.cardinality(),
                refusals,
                refused.isEmpty() ? "" : " " + refused,
                delayed.isEmpty() ? "" : "  sent again " + delayed,
                all,
                acknowledged.cardinality() / Math.max(took.toMillis() / 1e3, 1e-3));
    }

    /** Times in microseconds. */
    private static final class Times {
        private int[] micros = new int[1_024];
        private int count;

        void add(Duration time) {
            if (count == micros.length) {
                micros = Arrays.copyOf(micros, count * 2);
            }
            micros[count++] = (int) Math.min(Integer.MAX_VALUE, time.toNanos() / 1_000);
        }

        void clear() {
            count = 0;
        }

        @Override
        public String toString() {
            int[] sorted = Arrays.copyOf(micros, count);
            Arrays.sort(sorted);
            return String.format(
                    Locale.ROOT, "p50 %.1f ms  p99 %.1f ms", milliseconds(sorted, 0.5), milliseconds(sorted, 0.99));
        }

        private static double milliseconds(int[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e3;
        }
    }
}
