package dev.tandem.local.launcher.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** When which model became active during a run, and which answers came too late to still be from another. */
final class ModelSwitches {
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(5);

    private final List<Switch> switches = new ArrayList<>();

    private record Switch(Duration at, String version) {}

    /** Takes note of the version that is active at a time of the run. */
    synchronized void active(Duration at, String version) {
        if (switches.isEmpty() || !switches.get(switches.size() - 1).version().equals(version)) {
            switches.add(new Switch(at, version));
        }
    }

    /**
     * Whether an answer is from a version that was replaced more than five seconds before it was asked for, and was not
     * active again five seconds after: a switch may be noted that much later than the API heard of it.
     *
     * @param dueAt when it was asked for
     */
    synchronized boolean isStale(Duration dueAt, String version) {
        Duration replaced = null;
        for (Switch one : switches) {
            if (one.at().compareTo(dueAt.plus(VISIBLE_WITHIN)) > 0) {
                break;
            }
            if (one.version().equals(version)) {
                replaced = null;
            } else if (replaced == null) {
                replaced = one.at();
            }
        }
        return replaced != null && dueAt.compareTo(replaced.plus(VISIBLE_WITHIN)) > 0;
    }

    /** One line for each switch after the first version. */
    synchronized List<String> lines() {
        return switches.stream()
                .skip(1)
                .map(one -> String.format(
                        Locale.ROOT,
                        "switched to %s after %.1f s",
                        one.version(),
                        one.at().toMillis() / 1e3))
                .toList();
    }
}
