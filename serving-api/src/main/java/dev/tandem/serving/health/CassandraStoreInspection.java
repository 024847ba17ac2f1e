package dev.tandem.serving.health;

import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.TENANT_ID;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import dev.tandem.serving.health.StoreState.TenantState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

/** A look at Cassandra: the driver's picture of the schema, the first hundred tenants, two rows of each. */
public final class CassandraStoreInspection implements StoreInspection {
    private static final int MAX_TENANTS = 100;
    private static final String ALL_CATEGORIES = "*";

    private final CassandraClient client;
    private final Lookup activeModels;
    private final Lookup bestSellers;

    public CassandraStoreInspection(CassandraClient client) {
        this.client = client;
        this.activeModels = client.lookup(CassandraTables.ACTIVE_MODELS, List.of(MODEL_VERSION));
        this.bestSellers = client.lookup(CassandraTables.BEST_SELLERS_BY_CATEGORY, List.of(MODEL_VERSION));
    }

    @Override
    public CompletionStage<StoreState> inspect() {
        return client.read(this::inspect).exceptionallyCompose(CassandraStoreInspection::unreachable);
    }

    private CompletionStage<StoreState> inspect(CqlSession session) {
        List<String> missing = missingTables(session);
        return missing.isEmpty()
                ? tenants(session).thenCompose(this::states).thenApply(StoreState.Complete::new)
                : CompletableFuture.completedStage(new StoreState.WithoutSchema(missing));
    }

    private List<String> missingTables(CqlSession session) {
        Optional<KeyspaceMetadata> keyspace = session.getMetadata().getKeyspace(client.keyspace());
        return CassandraTables.ALL.stream()
                .map(Table::name)
                .filter(table -> keyspace.flatMap(found -> found.getTable(CqlIdentifier.fromInternal(table)))
                        .isEmpty())
                .toList();
    }

    private CompletionStage<List<TenantId>> tenants(CqlSession session) {
        return session.executeAsync("SELECT %s FROM %s.%s LIMIT %d"
                        .formatted(TENANT_ID, client.keyspace(), CassandraTables.TENANTS.name(), MAX_TENANTS))
                .thenApply(CassandraStoreInspection::ids);
    }

    private static List<TenantId> ids(AsyncResultSet rows) {
        return StreamSupport.stream(rows.currentPage().spliterator(), false)
                .map(row -> row.getString(0))
                .map(TenantId::new)
                .toList();
    }

    private CompletionStage<List<TenantState>> states(List<TenantId> tenants) {
        List<CompletableFuture<TenantState>> states = tenants.stream()
                .map(tenant -> state(tenant).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(states.toArray(CompletableFuture[]::new))
                .thenApply(all -> states.stream().map(CompletableFuture::join).toList());
    }

    private CompletionStage<TenantState> state(TenantId tenant) {
        return activeModels
                .find(tenant.value())
                .thenCombine(
                        bestSellers.find(tenant.value(), ALL_CATEGORIES),
                        (model, list) -> new TenantState(tenant, model.isPresent(), list.isPresent()));
    }

    private static CompletionStage<StoreState> unreachable(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof TandemException tandem && tandem.kind() == FailureKind.DEPENDENCY
                ? CompletableFuture.completedStage(new StoreState.Unreachable())
                : CompletableFuture.failedStage(failure);
    }
}
