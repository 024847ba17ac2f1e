package dev.tandem.local.launcher.airflow;

import dev.tandem.airflow.RunState;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs in words. */
final class RunText {
    private RunText() {}

    /** A state as Airflow calls it. */
    static String word(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** A time to the second, in UTC, or a dash. */
    static String time(@Nullable OffsetDateTime time) {
        return time == null
                ? "-"
                : time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Why a run of a paused DAG does not begin, and what to do. */
    static String paused(String dag) {
        return "DAG %1$s is paused, so its runs stay queued. Unpause it: airflow dags unpause %1$s".formatted(dag);
    }
}
