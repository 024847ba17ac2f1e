package dev.tandem.serving.health;

import dev.tandem.core.shop.TenantId;
import java.util.List;
import java.util.stream.Stream;

/** What the store has, as far as answers depend on it. */
public sealed interface StoreState {
    /** What is missing, the most pressing first; empty when every answer can be given. */
    List<Missing> missing();

    /** Whether at least one tenant gets a list of some kind. */
    boolean canServe();

    /** The store cannot be reached. */
    record Unreachable() implements StoreState {
        @Override
        public List<Missing> missing() {
            return List.of(Missing.cassandra());
        }

        @Override
        public boolean canServe() {
            return false;
        }
    }

    /** The store answers, but tables are not there. */
    record WithoutSchema(List<String> tables) implements StoreState {
        public WithoutSchema {
            tables = List.copyOf(tables);
        }

        @Override
        public List<Missing> missing() {
            return List.of(Missing.schema(tables));
        }

        @Override
        public boolean canServe() {
            return false;
        }
    }

    /** The store answers and has every table. */
    record Complete(List<TenantState> tenants) implements StoreState {
        public Complete {
            tenants = List.copyOf(tenants);
        }

        @Override
        public List<Missing> missing() {
            return tenants.isEmpty()
                    ? List.of(Missing.tenants())
                    : tenants.stream().flatMap(TenantState::missing).toList();
        }

        @Override
        public boolean canServe() {
            return tenants.stream().anyMatch(tenant -> tenant.hasActiveModel() || tenant.hasBestSellers());
        }
    }

    /** What the store has of one tenant. */
    record TenantState(TenantId tenant, boolean hasActiveModel, boolean hasBestSellers) {
        Stream<Missing> missing() {
            return Stream.concat(
                    hasBestSellers ? Stream.empty() : Stream.of(Missing.bestSellers(tenant)),
                    hasActiveModel ? Stream.empty() : Stream.of(Missing.activeModel(tenant)));
        }
    }
}
