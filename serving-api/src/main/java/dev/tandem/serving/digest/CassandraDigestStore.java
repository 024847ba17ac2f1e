package dev.tandem.serving.digest;

import static dev.tandem.core.schema.Columns.CRITICAL_RATINGS;
import static dev.tandem.core.schema.Columns.INTERVAL_END;
import static dev.tandem.core.schema.Columns.INTERVAL_START;
import static dev.tandem.core.schema.Columns.MEAN_SCORE;
import static dev.tandem.core.schema.Columns.RATINGS;
import static dev.tandem.core.schema.Columns.SCORE_1;
import static dev.tandem.core.schema.Columns.SCORE_2;
import static dev.tandem.core.schema.Columns.SCORE_3;
import static dev.tandem.core.schema.Columns.SCORE_4;
import static dev.tandem.core.schema.Columns.SCORE_5;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.FeedbackTables;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The digests that digest-feedback wrote to Cassandra. */
public final class CassandraDigestStore implements DigestStore {
    private static final List<String> SCORES = List.of(SCORE_1, SCORE_2, SCORE_3, SCORE_4, SCORE_5);
    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of(RATINGS, CRITICAL_RATINGS, MEAN_SCORE, INTERVAL_START, INTERVAL_END), SCORES.stream())
            .toList();

    private final Lookup items;
    private final Lookup categories;

    public CassandraDigestStore(CassandraClient client) {
        this.items = client.lookup(FeedbackTables.FEEDBACK_DIGEST_BY_ITEM, COLUMNS);
        this.categories = client.lookup(FeedbackTables.FEEDBACK_DIGEST_BY_CATEGORY, COLUMNS);
    }

    @Override
    public CompletionStage<Optional<Digest>> ofItem(TenantId tenant, ItemId item) {
        return items.find(tenant.value(), item.value()).thenApply(row -> row.map(CassandraDigestStore::digest));
    }

    @Override
    public CompletionStage<Optional<Digest>> ofCategory(TenantId tenant, String category) {
        return categories.find(tenant.value(), category).thenApply(row -> row.map(CassandraDigestStore::digest));
    }

    private static Digest digest(Row row) {
        return new Digest(
                row.getInt(RATINGS),
                row.getInt(CRITICAL_RATINGS),
                row.getBigDecimal(MEAN_SCORE),
                SCORES.stream().map(row::getInt).toList(),
                row.getInstant(INTERVAL_START),
                row.getInstant(INTERVAL_END));
    }
}
