package dev.tandem.local.launcher.demo;

import dev.tandem.local.services.process.LogFile;

/** What a batch job said at its end. */
final class JobLog {
    private static final String OUTCOME = "done: ";
    private static final int LAST_LINES = 50;
    private static final int MAX_LENGTH = 60;

    private JobLog() {}

    /** The job's own words about what it did, shortened. */
    static String outcome(LogFile log) {
        return log.tail(LAST_LINES)
                .lines()
                .filter(line -> line.contains(OUTCOME))
                .reduce((earlier, later) -> later)
                .map(line -> shortened(line.substring(line.indexOf(OUTCOME) + OUTCOME.length())))
                .orElse("done");
    }

    private static String shortened(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH - 1) + "…" : text;
    }
}
