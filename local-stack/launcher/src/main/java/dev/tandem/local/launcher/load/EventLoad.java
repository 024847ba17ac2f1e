package dev.tandem.local.launcher.load;

import dev.tandem.local.launcher.load.EventOutlet.Batch;
import dev.tandem.local.launcher.publishing.Pace;
import dev.tandem.local.launcher.publishing.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A run of events at their rate, whether or not those before are acknowledged.
 *
 * @param traffic makes the next event
 */
record EventLoad<E extends NumberedEvent>(
        EventLoadSettings settings, Supplier<E> traffic, EventOutlet<E> outlet, Consumer<String> print) {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Sends all events, prints each second, and returns the numbers of those that the broker has. */
    BitSet run() throws InterruptedException {
        Pace pace = new Pace(settings.rate());
        EventTally tally = new EventTally();
        Runnable second = () -> print.accept(
                String.format(Locale.ROOT, "%4d s  %s", pace.elapsed().toSeconds(), tally.recent()));
        new Ticker(SECOND, second).during(() -> {
            for (int first = 0; first < settings.count(); first += settings.batch()) {
                send(first, Math.min(settings.count(), first + settings.batch()), pace, tally);
            }
            outlet.await();
        });
        print.accept("all     " + tally.total(pace.elapsed()));
        return tally.acknowledged();
    }

    /** Sends events as soon as the last of them is due. */
    private void send(int first, int end, Pace pace, EventTally tally) throws InterruptedException {
        pace.await(end - 1);
        Duration due = settings.rate() == 0 ? pace.elapsed() : pace.due(end - 1);
        List<E> events = new ArrayList<>(end - first);
        for (int number = first; number < end; number++) {
            events.add(traffic.get());
        }
        tally.sent(events.size());
        outlet.send(new Batch<>(events, due, pace, tally));
    }
}
