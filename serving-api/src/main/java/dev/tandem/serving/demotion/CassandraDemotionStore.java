package dev.tandem.serving.demotion;

import static dev.tandem.core.schema.Columns.DEMOTES_ITEMS;
import static dev.tandem.core.schema.Columns.ITEM_ID;

import dev.tandem.core.schema.FeedbackTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import dev.tandem.serving.cassandra.PartitionLookup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The items that digest-feedback demoted, and the tenants' settings; of more than 10,000 items the first by id. */
public final class CassandraDemotionStore implements DemotionStore {
    private static final int MAX_ITEMS = 10_000;

    private final PartitionLookup demoted;
    private final Lookup settings;

    public CassandraDemotionStore(CassandraClient client) {
        this.demoted = client.partition(FeedbackTables.DEMOTED_ITEMS, List.of(ITEM_ID), MAX_ITEMS);
        this.settings = client.lookup(FeedbackTables.FEEDBACK_SETTINGS, List.of(DEMOTES_ITEMS));
    }

    @Override
    public CompletionStage<Set<String>> demoted(TenantId tenant) {
        // A tenant without settings, or without this one, has its items demoted.
        CompletionStage<Boolean> isWanted = settings.find(tenant.value())
                .thenApply(row -> row.filter(found -> !found.isNull(0) && !found.getBoolean(0))
                        .isEmpty());
        return demoted.find(row -> Optional.ofNullable(row.getString(0)), tenant.value())
                .thenCombine(isWanted, (items, wanted) -> wanted ? Set.copyOf(items) : Set.of());
    }
}
