package dev.tandem.streaming.coupon;

import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.runtime.postgres.PostgresException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link CouponBook} as PostgreSQL has it, and the copy of it in Cassandra. While PostgreSQL is away the book stays
 * as it was last seen; a process that starts meanwhile begins with the copy.
 */
public final class CouponWatch {
    private static final Logger log = LoggerFactory.getLogger(CouponWatch.class);

    /** After so long everything is read anew, changed or not: what has expired leaves the copy. */
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();

    private final CouponSource source;
    private final CouponCopy copy;
    private volatile CouponBook book;
    private CouponBook copied;
    private String fingerprint = "";
    private long readAt;
    private boolean isFailing;

    private CouponWatch(CouponSource source, CouponCopy copy) {
        this.source = source;
        this.copy = copy;
        this.copied = copy.read();
        this.book = copied;
    }

    /** Begins with what PostgreSQL has or, if it is away, with the copy. */
    public static CouponWatch begin(PostgresSettings postgres, SharedSession cassandra) {
        CouponWatch watch = new CouponWatch(new CouponSource(postgres), new CouponCopy(cassandra));
        watch.look();
        return watch;
    }

    /** The coupons as they were last seen. */
    public CouponBook book() {
        return book;
    }

    /** Looks whether something has changed, and takes it over. Once a second is often enough; by one thread at a time. */
    public void look() {
        try {
            String now = source.fingerprint();
            if (!now.equals(fingerprint) || System.nanoTime() - readAt > LONGEST_NANOS) {
                CouponBook read = source.read();
                book = read;
                copy.change(copied, read);
                copied = read;
                fingerprint = now;
                readAt = System.nanoTime();
            }
            isFailing = false;
        } catch (PostgresException e) {
            if (!isFailing) {
                log.warn(
                        "Cannot ask PostgreSQL for coupons, gives those that it had, and tries again: {}",
                        e.toString());
            }
            isFailing = true;
        }
    }
}
