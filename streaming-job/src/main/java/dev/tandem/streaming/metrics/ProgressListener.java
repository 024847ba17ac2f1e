package dev.tandem.streaming.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import org.apache.spark.sql.streaming.SourceProgress;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** Brings what Spark says of each batch into the queries' metrics. */
public final class ProgressListener extends StreamingQueryListener {
    private static final long serialVersionUID = 1L;

    private static final ObjectMapper JSON = new ObjectMapper();

    // Spark's interface is serialisable; its listeners never leave the driver.
    private final transient Map<String, QueryMetrics> metrics;

    /**
     * @param metrics by the query's name
     */
    public ProgressListener(Map<String, QueryMetrics> metrics) {
        this.metrics = Map.copyOf(metrics);
    }

    @Override
    public void onQueryStarted(QueryStartedEvent event) {}

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        StreamingQueryProgress progress = event.progress();
        QueryMetrics ofQuery = metrics.get(String.valueOf(progress.name()));
        if (ofQuery != null) {
            long behind = 0;
            for (SourceProgress source : progress.sources()) {
                behind += sum(source.latestOffset()) - sum(source.endOffset());
            }
            Long took = progress.durationMs().get("triggerExecution");
            if (progress.numInputRows() > 0) {
                progress.durationMs().forEach((step, millis) -> ofQuery.step(step, Duration.ofMillis(millis)));
            }
            ofQuery.batch(progress.numInputRows(), Duration.ofMillis(took == null ? 0 : took), Math.max(0, behind));
        }
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {}

    /** All offsets of {@code {"topic":{"0":17,…},…}} together. */
    private static long sum(String offsets) {
        if (offsets == null) {
            return 0;
        }
        try {
            long sum = 0;
            for (JsonNode topic : JSON.readTree(offsets)) {
                for (JsonNode offset : topic) {
                    sum += offset.longValue();
                }
            }
            return sum;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Spark's offsets are no JSON: " + offsets, e);
        }
    }
}
