package dev.tandem.local.launcher.stack;

import dev.tandem.local.launcher.terminal.TextTable;
import dev.tandem.local.services.process.ProcessRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The processes of a stack as a table for people. */
public final class StatusTable {
    private static final long MIB = 1L << 20;

    private StatusTable() {}

    /** One line for the head and one for each process. */
    public static List<String> of(List<ProcessRecord> records, Instant now) {
        TextTable table = new TextTable("PROCESS", "STATE", "PID", "PORT", "MEMORY", "UP FOR");
        for (ProcessRecord record : records) {
            boolean isAlive = record.process().isAlive();
            table.add(
                    record.name(),
                    state(record, isAlive),
                    Long.toString(record.process().pid()),
                    record.port() == 0 ? "-" : Integer.toString(record.port()),
                    isAlive ? memory(record) : "-",
                    isAlive ? age(record.process().startedAt(), now) : "-");
        }
        return table.lines();
    }

    private static String state(ProcessRecord record, boolean isAlive) {
        if (!isAlive) {
            return "ended by itself";
        }
        if (record.isInBackground()) {
            return "running";
        }
        return record.isOrphan() ? "left behind" : "running, of a demo";
    }

    private static String memory(ProcessRecord record) {
        return ProcessHandle.of(record.process().pid())
                .map(handle -> MemoryWatch.of(handle) / MIB + " MiB")
                .orElse("-");
    }

    private static String age(Instant start, Instant now) {
        Duration age = Duration.between(start, now);
        return age.toHours() > 0
                ? "%d h %02d min".formatted(age.toHours(), age.toMinutesPart())
                : "%d min %02d s".formatted(age.toMinutes(), age.toSecondsPart());
    }
}
