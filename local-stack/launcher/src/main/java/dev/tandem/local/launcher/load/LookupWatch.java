package dev.tandem.local.launcher.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A run of lookups and the judgement on it. */
final class LookupWatch {
    private static final int SHOWN = 5;
    private static final Duration POLL = Duration.ofMillis(100);
    // Longer than the API may take for anything, so that whatever is above has hung.
    private static final Duration BOUNDED = Duration.ofSeconds(5);

    private final LookupLoadSettings settings;
    private final StoredLists stored;
    private final boolean throughOutage;
    private final Consumer<String> print;
    private final Queue<Lookup> lookups = new ConcurrentLinkedQueue<>();
    private final ModelSwitches switches = new ModelSwitches();

    /**
     * A run that has not begun.
     *
     * @param throughOutage whether a 503 counts as an answer
     */
    LookupWatch(LookupLoadSettings settings, StoredLists stored, boolean throughOutage, Consumer<String> print) {
        this.settings = settings;
        this.stored = stored;
        this.throughOutage = throughOutage;
        this.print = print;
    }

    /** Runs, prints, and returns whether all was well. */
    boolean run(List<String> users) throws InterruptedException {
        long begin = System.nanoTime();
        ScheduledExecutorService watchers = Executors.newScheduledThreadPool(2);
        Future<?> polls = watchers.scheduleWithFixedDelay(
                () -> stored.activeVersion().ifPresent(version -> switches.active(since(begin), version)),
                0,
                POLL.toMillis(),
                TimeUnit.MILLISECONDS);
        Future<?> prints = watchers.scheduleAtFixedRate(() -> printSecond(begin), 2, 1, TimeUnit.SECONDS);
        try {
            new LookupLoad(settings, users).run(lookups::add);
        } finally {
            polls.cancel(false);
            prints.cancel(false);
            watchers.shutdownNow();
        }
        return judge();
    }

    /** The last second whose answers may all be there. */
    private void printSecond(long begin) {
        long second = since(begin).toSeconds() - 2;
        List<Lookup> due = lookups.stream()
                .filter(lookup -> lookup.dueAt().toSeconds() == second)
                .toList();
        print.accept(new LoadReport(due).second(second));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private boolean judge() {
        MixedAnswers answers = new MixedAnswers(settings.limit());
        lookups.stream().filter(Lookup::isFromModel).forEach(answers::add);
        List<String> wrong = new ArrayList<>(answers.find(stored::find));
        lookups.stream().filter(this::isFailed).forEach(lookup -> wrong.add(line("failed", lookup)));
        lookups.stream()
                .filter(Lookup::isFromModel)
                .filter(lookup -> switches.isStale(lookup.dueAt(), lookup.version()))
                .forEach(lookup -> wrong.add(line("stale", lookup)));
        print.accept(new LoadReport(lookups).total());
        switches.lines().forEach(print);
        wrong.stream().limit(SHOWN).forEach(print);
        print.accept(String.format(
                Locale.ROOT,
                "%s: %,d lookups, %,d different answers held against the store, %,d wrong",
                wrong.isEmpty() ? "well" : "NOT WELL",
                lookups.size(),
                answers.size(),
                wrong.size()));
        return wrong.isEmpty();
    }

    private boolean isFailed(Lookup lookup) {
        boolean isAnswered = lookup.status() == 200 || (throughOutage && lookup.status() == 503);
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
