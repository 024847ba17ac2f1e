package dev.tandem.local.launcher.load;

import dev.tandem.local.launcher.load.ViewOutlet.Batch;
import dev.tandem.local.launcher.load.ViewTraffic.NumberedView;
import dev.tandem.local.launcher.publishing.Pace;
import dev.tandem.local.launcher.publishing.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A run of views at their rate, whether or not those before are acknowledged. */
record ViewLoad(ViewLoadSettings settings, ViewTraffic traffic, ViewOutlet outlet, Consumer<String> print) {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Sends all views, prints each second, and returns the numbers of those that the broker has. */
    BitSet run() throws InterruptedException {
        Pace pace = new Pace(settings.rate());
        ViewTally tally = new ViewTally();
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

    /** Sends views as soon as the last of them is due. */
    private void send(int first, int end, Pace pace, ViewTally tally) throws InterruptedException {
        pace.await(end - 1);
        Duration due = settings.rate() == 0 ? pace.elapsed() : pace.due(end - 1);
        List<NumberedView> views = new ArrayList<>(end - first);
        for (int number = first; number < end; number++) {
            views.add(traffic.next());
        }
        tally.sent(views.size());
        outlet.send(new Batch(views, due, pace, tally));
    }
}
