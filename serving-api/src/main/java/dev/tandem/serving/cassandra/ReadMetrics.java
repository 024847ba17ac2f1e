package dev.tandem.serving.cassandra;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What is counted of reads: failed ones by kind, those under way, and whether the gate is closed. */
final class ReadMetrics {
    private final Map<StoreError, Counter> errors = new EnumMap<>(StoreError.class);

    ReadMetrics(MeterRegistry registry, ReadGate gate) {
        for (StoreError error : StoreError.values()) {
            errors.put(
                    error,
                    Counter.builder("tandem.store.errors")
                            .description("Reads that Cassandra did not answer, or was not asked")
                            .tag("kind", error.word())
                            .register(registry));
        }
        Gauge.builder("tandem.store.reads.under.way", gate, ReadGate::underWay)
                .description("Reads that wait for Cassandra now")
                .register(registry);
        Gauge.builder("tandem.store.circuit.open", gate, state -> state.isShut() ? 1 : 0)
                .description("1 while Cassandra is asked no more than once a second, because it does not answer")
                .register(registry);
    }

    void failed(StoreError error) {
        Objects.requireNonNull(errors.get(error)).increment();
    }
}
