package dev.tandem.airflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One run of a DAG.
 *
 * @param startedAt absent while the run is queued
 * @param endedAt absent until its state is final
 */
public record DagRun(
        @JsonProperty("dag_run_id") String id,
        @JsonProperty("dag_id") String dagId,
        @JsonProperty("state") RunState state,
        @JsonProperty("start_date") @Nullable OffsetDateTime startedAt,
        @JsonProperty("end_date") @Nullable OffsetDateTime endedAt) {}
