package dev.tandem.local.launcher.writer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** True until a time is over or Ctrl-C is pressed, upon which the process stays until the work is ended in order. */
final class UntilStopped implements BooleanSupplier, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(UntilStopped.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Optional<Instant> end;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isInterrupted;

    /** Begins now; {@code duration} is empty for no end. */
    UntilStopped(Optional<Duration> duration) {
        this.end = duration.map(Instant.now()::plus);
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "stop-writer"));
    }

    @Override
    public boolean getAsBoolean() {
        return !isInterrupted && end.map(Instant.now()::isBefore).orElse(true);
    }

    /** Says that the work is ended. */
    @Override
    public void close() {
        ended.countDown();
    }

    private void interrupt() {
        isInterrupted = true;
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("The last offers are not acknowledged after {}; the next writer gets them again", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
