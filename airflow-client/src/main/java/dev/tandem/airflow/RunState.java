package dev.tandem.airflow;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a DAG run stands. */
public enum RunState {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("success")
    SUCCESS,
    @JsonProperty("failed")
    FAILED;

    /** Whether the run will not go on by itself. */
    public boolean isFinal() {
        return this == SUCCESS || this == FAILED;
    }
}
