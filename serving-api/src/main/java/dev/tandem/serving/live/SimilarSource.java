package dev.tandem.serving.live;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.recommendation.RecommendationSource;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.ranking.Snapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** What is similar to a user's latest views. It is computed for each request, so its stamp says what from. */
record SimilarSource(
        SimilarToViewed similar, TenantId tenant, UserId user, Supplier<CompletionStage<Set<String>>> notWanted)
        implements ListSource {
    /*
     * The time of the latest view that was used, a checksum of the list, and the model's version. Later views do not
     * change the list that is made again; views that went or came late may, and then the checksum is another.
     */
    private static final Pattern STAMP = Pattern.compile("(-?\\d{1,18})\\.(\\d{1,10})\\.(.+)");

    /** The list that was made of similar items, best first; none where it is empty. */
    static Snapshot snapshot(ModelVersion version, Instant latestView, RankedList merged) {
        if (merged.isEmpty()) {
            return Snapshot.NONE;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(merged.items());
        String stamp = "%d.%d.%s".formatted(latestView.toEpochMilli(), checksum.getValue(), version);
        return new Snapshot(RecommendationSource.SIMILAR_ITEMS, stamp, merged);
    }

    @Override
    public Role role() {
        return Role.STANDS_IN;
    }

    @Override
    public CompletionStage<Snapshot> load() {
        return similar.load(tenant, user);
    }

    @Override
    public CompletionStage<Optional<Snapshot>> reload(String stamp) {
        Matcher parts = STAMP.matcher(stamp);
        if (!parts.matches()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        Instant until = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
        return similar.load(tenant, user, new ModelVersion(parts.group(3)), until)
                .thenApply(again ->
                        Optional.of(again).filter(found -> found.stamp().equals(stamp)));
    }

    @Override
    public Optional<Snapshot> remembered() {
        return Optional.empty();
    }

    @Override
    public CompletionStage<Set<String>> unwanted() {
        return notWanted.get();
    }
}
