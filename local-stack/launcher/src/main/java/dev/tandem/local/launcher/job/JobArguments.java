package dev.tandem.local.launcher.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind {@code run JOB}.
 *
 * @param forJob what the job is given
 * @param assumedEnd the end of the data interval where none was given
 */
record JobArguments(List<String> forJob, Optional<Instant> assumedEnd) {
    private static final String END_OPTION = "--interval-end";
    private static final String END_VARIABLE = "TANDEM_INTERVAL_END";
    private static final String HELP_OPTION = "--help";

    JobArguments {
        forJob = List.copyOf(forJob);
    }

    /** Completes arguments; an interval without an end ends with the last full hour before {@code now}. */
    static JobArguments of(List<String> arguments, Map<String, String> environment, Instant now) {
        boolean complete = environment.containsKey(END_VARIABLE)
                || arguments.stream()
                        .anyMatch(a -> a.startsWith(END_OPTION) || a.equals(HELP_OPTION) || a.equals("-h"));
        if (complete) {
            return new JobArguments(arguments, Optional.empty());
        }
        Instant end = now.truncatedTo(ChronoUnit.HOURS);
        List<String> completed = new ArrayList<>(arguments);
        completed.add(END_OPTION + "=" + end);
        return new JobArguments(completed, Optional.of(end));
    }
}
