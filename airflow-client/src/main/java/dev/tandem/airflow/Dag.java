package dev.tandem.airflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A DAG as Airflow lists it.
 *
 * @param isPaused whether its runs stay queued
 * @param schedule when it runs by itself, in Airflow's words
 */
public record Dag(
        @JsonProperty("dag_id") String id,
        @JsonProperty("is_paused") boolean isPaused,
        @JsonProperty("timetable_summary") @Nullable String schedule) {}
