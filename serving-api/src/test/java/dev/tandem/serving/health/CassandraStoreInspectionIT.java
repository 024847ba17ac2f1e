package dev.tandem.serving.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.LeasedCassandra;
import dev.tandem.serving.cassandra.ReadLimits;
import dev.tandem.serving.health.StoreState.TenantState;
import dev.tandem.serving.ranking.Lists;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CassandraStoreInspectionIT {
    @Test
    void findsWhatEachTenantHas() {
        LeasedCassandra.insert(CassandraTables.TENANTS, "inspected", "A shop");
        LeasedCassandra.insert(
                CassandraTables.ACTIVE_MODELS, "inspected", "als-1", Lists.EVENTS_UNTIL, Lists.GENERATED_AT);

        StoreState state = new CassandraStoreInspection(LeasedCassandra.client())
                .inspect()
                .toCompletableFuture()
                .join();

        assertThat(state).isInstanceOfSatisfying(StoreState.Complete.class, complete -> assertThat(complete.tenants())
                .contains(new TenantState(new TenantId("inspected"), true, false)));
    }

    @Test
    void findsEveryTableMissingInAKeyspaceThatThereIsNot() {
        CassandraSettings leased = LeasedCassandra.settings();
        CassandraSettings elsewhere = new CassandraSettings(
                leased.contactPoints(), leased.localDatacenter(), "no_such_keyspace", leased.user(), leased.password());

        try (CassandraClient client = CassandraClient.connect(
                elsewhere, new ReadLimits(LeasedCassandra.TIMEOUT, 100), new SimpleMeterRegistry())) {
            CassandraStoreInspection inspection = new CassandraStoreInspection(client);

            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> inspection.inspect().toCompletableFuture().join(),
                            new StoreState.WithoutSchema(CassandraTables.ALL.stream()
                                    .map(Table::name)
                                    .toList())::equals);
        }
    }
}
