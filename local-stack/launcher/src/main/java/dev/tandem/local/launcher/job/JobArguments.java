package dev.tandem.local.launcher.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind {@code run JOB}: the launcher's own settings apart from the job's.
 *
 * @param memory the greatest heap of the job's process
 * @param forJob what the job itself is given
 * @param assumedEnd the end of the data interval where none was given
 */
record JobArguments(String memory, List<String> forJob, Optional<Instant> assumedEnd) {
    static final String MEMORY_OPTION = "--driver-memory";
    static final String MEMORY_VARIABLE = "TANDEM_DRIVER_MEMORY";
    static final String DEFAULT_MEMORY = "1g";

    private static final String END_OPTION = "--interval-end";
    private static final String END_VARIABLE = "TANDEM_INTERVAL_END";
    private static final String HELP_OPTION = "--help";

    JobArguments {
        forJob = List.copyOf(forJob);
    }

    /** Splits arguments; an interval without an end ends with the last full hour before {@code now}. */
    static JobArguments of(List<String> arguments, Map<String, String> environment, Instant now) {
        String memory = environment.getOrDefault(MEMORY_VARIABLE, DEFAULT_MEMORY);
        List<String> forJob = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith(MEMORY_OPTION + "=")) {
                memory = argument.substring(MEMORY_OPTION.length() + 1);
            } else {
                forJob.add(argument);
            }
        }
        boolean complete = environment.containsKey(END_VARIABLE)
                || forJob.stream().anyMatch(a -> a.startsWith(END_OPTION) || a.equals(HELP_OPTION) || a.equals("-h"));
        if (complete) {
            return new JobArguments(memory, forJob, Optional.empty());
        }
        Instant end = now.truncatedTo(ChronoUnit.HOURS);
        forJob.add(END_OPTION + "=" + end);
        return new JobArguments(memory, forJob, Optional.of(end));
    }
}
