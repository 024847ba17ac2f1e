package dev.tandem.local.launcher.load;

import dev.tandem.local.launcher.load.ViewTraffic.NumberedView;
import dev.tandem.local.launcher.publishing.Pace;
import java.time.Duration;
import java.util.List;

/** A way for views into the system. */
interface ViewOutlet extends AutoCloseable {
    /** Sends views, perhaps after waiting for room; what becomes of them is told later. */
    void send(Batch batch) throws InterruptedException;

    /** Waits until it is known what became of all views. */
    void await() throws InterruptedException;

    @Override
    void close();

    /**
     * Views that are sent together, and where to tell what became of each.
     *
     * @param due when they were to be sent, after the begin
     */
    record Batch(List<NumberedView> views, Duration due, Pace pace, ViewTally tally) {
        /** Says that the broker has a view. */
        void acknowledged(NumberedView view) {
            tally.acknowledged(view.number(), pace.elapsed().minus(due));
        }
    }
}
