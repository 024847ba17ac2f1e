package dev.tandem.training.recommender;

import dev.tandem.core.recommendation.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Names models after what they are made of, so that training again with the same finds the model already there. */
final class ModelFingerprint {
    private static final DateTimeFormatter END =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int BYTES = 4;

    private ModelFingerprint() {}

    /** The version {@code <algorithm>-<interval end>-<fingerprint>}, the fingerprint being 8 hexadecimal digits. */
    static ModelVersion version(Instant intervalEnd, RecommenderSettings settings, InteractionSummary interactions) {
        String ingredients = "%s|%s|%d|%s"
                .formatted(
                        settings.factors().algorithm(),
                        settings.byName(),
                        interactions.rows(),
                        interactions.hashSum().toPlainString());
        byte[] digest = sha256().digest(ingredients.getBytes(StandardCharsets.UTF_8));
        return new ModelVersion(settings.factors().algorithm() + "-" + END.format(intervalEnd) + "-"
                + HexFormat.of().formatHex(digest, 0, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
