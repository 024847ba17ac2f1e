package dev.tandem.serving.history;

import dev.tandem.core.foldin.OrderLine;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import java.math.BigDecimal;

class CassandraOrderStoreIT extends OrderStoreContract {
    private final OrderStore store = new CassandraOrderStore(LeasedCassandra.client());

    @Override
    OrderStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, UserId user, OrderLine line) {
        LeasedCassandra.insert(
                CassandraTables.ORDER_LINES_BY_USER,
                tenant.value(),
                user.value(),
                line.orderId(),
                1,
                line.itemId(),
                line.quantity(),
                BigDecimal.TEN,
                line.orderedAt(),
                line.kind().word(),
                line.cancelledAt());
    }
}
