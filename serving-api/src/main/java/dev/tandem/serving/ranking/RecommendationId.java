package dev.tandem.serving.ranking;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/** The names of answers, by which later events can say which one they came of: 16 letters, digits, '-' and '_'. */
final class RecommendationId {
    // A random number for the process, so that two never meet, and a count of its answers.
    private static final int PROCESS = new SecureRandom().nextInt();
    private static final AtomicLong COUNT = new AtomicLong(new SecureRandom().nextLong());
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private RecommendationId() {}

    static String next() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(PROCESS)
                .putLong(COUNT.getAndIncrement())
                .array();
        return ENCODER.encodeToString(bytes);
    }
}
