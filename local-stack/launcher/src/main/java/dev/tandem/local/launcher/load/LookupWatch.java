package dev.tandem.local.launcher.load;

import dev.tandem.local.launcher.load.StoredLists.StoredList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A run of lookups and the judgement on it. */
final class LookupWatch {
    private static final Duration POLL = Duration.ofMillis(100);
    /** How long after its end a second is printed, for most of its answers to be there. */
    private static final long SECONDS_TO_ANSWER = 1;

    private final LookupLoadSettings settings;
    private final boolean throughOutage;
    private final Consumer<String> print;
    private final Queue<Lookup> lookups = new ConcurrentLinkedQueue<>();
    private final ModelSwitches switches = new ModelSwitches();
    private final AtomicLong printed = new AtomicLong();

    /**
     * A run that has not begun.
     *
     * @param throughOutage whether a 503 counts as an answer
     */
    LookupWatch(LookupLoadSettings settings, boolean throughOutage, Consumer<String> print) {
        this.settings = settings;
        this.throughOutage = throughOutage;
        this.print = print;
    }

    /**
     * Runs, prints, and returns whether all was well.
     *
     * @param activeVersion the model that is active now; empty where nobody can say
     * @param stored the list of a version and a user
     */
    boolean run(
            List<String> users,
            Supplier<Optional<String>> activeVersion,
            BiFunction<String, String, Optional<StoredList>> stored)
            throws InterruptedException {
        long begin = System.nanoTime();
        ScheduledExecutorService watchers = Executors.newScheduledThreadPool(2);
        Future<?> polls = watchers.scheduleWithFixedDelay(
                () -> activeVersion.get().ifPresent(version -> switches.active(since(begin), version)),
                0,
                POLL.toMillis(),
                TimeUnit.MILLISECONDS);
        Future<?> prints = watchers.scheduleAtFixedRate(this::printSecond, 1 + SECONDS_TO_ANSWER, 1, TimeUnit.SECONDS);
        try {
            new LookupLoad(settings, users).run(lookups::add);
        } finally {
            polls.cancel(false);
            prints.cancel(false);
            watchers.shutdownNow();
            watchers.awaitTermination(1, TimeUnit.MINUTES);
        }
        while (printed.get() < settings.duration().toSeconds()) {
            printSecond();
        }
        print.accept(new LoadReport(lookups).total());
        switches.lines().forEach(print);
        LookupJudgement judgement = LookupJudgement.of(lookups, settings.limit(), throughOutage, switches, stored);
        judgement.lines().forEach(print);
        return judgement.isWell();
    }

    /** Prints the first second that is not printed yet. */
    private void printSecond() {
        long second = printed.getAndIncrement();
        List<Lookup> due = lookups.stream()
                .filter(lookup -> lookup.dueAt().toSeconds() == second)
                .toList();
        print.accept(new LoadReport(due).second(second));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
