package dev.tandem.local.launcher.load;

import dev.tandem.local.launcher.load.StoredLists.StoredList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What is wrong with a run's answers, a line each.
 *
 * @param lookups how many there were
 * @param compared how many different answers from models were held against the store
 * @param failed those that were no answer, no list, or came too late
 * @param mixed those that are not what their model's version stored
 * @param stale those from a model that had been replaced
 */
record LookupJudgement(int lookups, int compared, List<String> failed, List<String> mixed, List<String> stale) {
    private static final int SHOWN = 5;
    // Longer than the API may take for anything, so that whatever is above has hung.
    private static final Duration BOUNDED = Duration.ofSeconds(5);

    LookupJudgement {
        failed = List.copyOf(failed);
        mixed = List.copyOf(mixed);
        stale = List.copyOf(stale);
    }

    /**
     * Judges the answers of a run that is over.
     *
     * @param limit how many items were asked for
     * @param throughOutage whether a 503 counts as an answer
     * @param stored the list of a version and a user
     */
    static LookupJudgement of(
            Collection<Lookup> lookups,
            int limit,
            boolean throughOutage,
            ModelSwitches switches,
            BiFunction<String, String, Optional<StoredList>> stored) {
        MixedAnswers answers = new MixedAnswers(limit);
        List<String> failed = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        for (Lookup lookup : lookups) {
            if (isFailed(lookup, throughOutage)) {
                failed.add(line("failed", lookup));
            }
            if (lookup.isFromModel()) {
                answers.add(lookup);
                if (switches.isStale(lookup.dueAt(), lookup.version())) {
                    stale.add(line("stale", lookup));
                }
            }
        }
        return new LookupJudgement(lookups.size(), answers.size(), failed, answers.find(stored), stale);
    }

    boolean isWell() {
        return failed.isEmpty() && mixed.isEmpty() && stale.isEmpty();
    }

    /** The first of each kind of wrong, and last the numbers of all. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<String> kind : List.of(failed, mixed, stale)) {
            lines.addAll(kind.subList(0, Math.min(SHOWN, kind.size())));
        }
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d lookups, %,d different answers held against the store; %,d failed, %,d mixed, %,d stale",
                isWell() ? "well" : "NOT WELL",
                lookups,
                compared,
                failed.size(),
                mixed.size(),
                stale.size()));
        return lines;
    }

    private static boolean isFailed(Lookup lookup, boolean throughOutage) {
        boolean isAnswered = lookup.isList() || (throughOutage && lookup.status() == 503);
        return !isAnswered || lookup.took().compareTo(BOUNDED) > 0;
    }

    private static String line(String what, Lookup lookup) {
        return String.format(
                Locale.ROOT,
                "%s: user %s, due after %.2f s, took %.2f s, status %d, version %s",
                what,
                lookup.user(),
                lookup.dueAt().toMillis() / 1e3,
                lookup.took().toMillis() / 1e3,
                lookup.status(),
                lookup.version());
    }
}
