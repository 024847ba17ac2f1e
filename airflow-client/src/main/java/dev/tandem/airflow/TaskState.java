package dev.tandem.airflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How one task of a run stands.
 *
 * @param state {@code success}, {@code failed}, {@code skipped}, {@code running} and so on; absent before its turn
 */
public record TaskState(@JsonProperty("task_id") String id, @JsonProperty("state") @Nullable String state) {
    /** Whether the task was skipped: of Tandem's jobs, one that ended with exit code 4 and kept the current model. */
    public boolean isSkipped() {
        return "skipped".equals(state);
    }

    public boolean isFailed() {
        return "failed".equals(state) || "upstream_failed".equals(state);
    }
}
