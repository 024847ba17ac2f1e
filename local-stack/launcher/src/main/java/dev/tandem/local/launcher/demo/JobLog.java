package dev.tandem.local.launcher.demo;

import dev.tandem.local.services.process.LogFile;

/** What a batch job said at its end. */
final class JobLog {
    private static final String OUTCOME = "): ";
    private static final String TIMES = " (";
    private static final String SEPARATOR = ", ";
    private static final int LAST_LINES = 50;
    private static final int MAX_LENGTH = 44;

    private JobLog() {}

    /** The first of the counts that the job reports. */
    static String outcome(LogFile log) {
        return log.tail(LAST_LINES)
                .lines()
                .filter(line -> line.contains("done: ") && line.contains(OUTCOME))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(line.indexOf(OUTCOME) + OUTCOME.length()))
                .map(JobLog::shortened)
                .orElse("done");
    }

    private static String shortened(String text) {
        String counts = text.contains(TIMES) ? text.substring(0, text.indexOf(TIMES)) : text;
        StringBuilder shortened = new StringBuilder();
        for (String count : counts.split(SEPARATOR, -1)) {
            if (!shortened.isEmpty() && shortened.length() + SEPARATOR.length() + count.length() > MAX_LENGTH) {
                break;
            }
            shortened.append(shortened.isEmpty() ? "" : SEPARATOR).append(count);
        }
        return shortened.toString();
    }
}
