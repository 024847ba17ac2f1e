package dev.tandem.streaming;

import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.StreamSettings;
import java.util.List;

/** What the application runs with. */
record StreamingConfig(
        List<Query> queries,
        StreamSettings stream,
        String metricsHost,
        int metricsPort,
        String sparkMaster,
        int shufflePartitions) {
    StreamingConfig {
        queries = List.copyOf(queries);
    }

    @Override
    public String toString() {
        return "StreamingConfig[queries=%s, stream=%s, metrics=%s:%d, sparkMaster=%s, shufflePartitions=%d]"
                .formatted(
                        queries.stream().map(Query::name).toList(),
                        stream,
                        metricsHost,
                        metricsPort,
                        sparkMaster,
                        shufflePartitions);
    }
}
