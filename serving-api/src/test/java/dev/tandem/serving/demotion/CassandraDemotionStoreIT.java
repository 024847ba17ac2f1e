package dev.tandem.serving.demotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.schema.Columns;
import dev.tandem.core.schema.FeedbackTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import java.util.List;
import org.junit.jupiter.api.Test;

class CassandraDemotionStoreIT extends DemotionStoreContract {
    private final DemotionStore store = new CassandraDemotionStore(LeasedCassandra.client());

    @Override
    DemotionStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, String... items) {
        for (String item : items) {
            LeasedCassandra.insert(FeedbackTables.DEMOTED_ITEMS, tenant.value(), item, 9, 8);
        }
    }

    @Override
    void set(TenantId tenant, boolean demotes) {
        LeasedCassandra.insert(
                FeedbackTables.FEEDBACK_SETTINGS,
                List.of(Columns.TENANT_ID, Columns.DEMOTES_ITEMS),
                tenant.value(),
                demotes);
    }

    @Test
    void settingsThatSayNothingOfDemotionLeaveItOn() {
        TenantId silent = new TenantId("silent-shop");
        put(silent, "hat-1");
        LeasedCassandra.insert(
                FeedbackTables.FEEDBACK_SETTINGS,
                List.of(Columns.TENANT_ID, Columns.GOODWILL_NAME),
                silent.value(),
                "Sorry");

        assertThat(store.demoted(silent).toCompletableFuture().join()).containsExactly("hat-1");
    }
}
