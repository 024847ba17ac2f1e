package dev.tandem.local.services.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A point in time until which something is waited for. */
public final class Deadline {
    private static final long POLL_MILLIS = 25;

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** Whether the condition came true in time; an interrupt ends the waiting early. */
    public boolean meets(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return condition.getAsBoolean();
            }
        }
        return true;
    }
}
